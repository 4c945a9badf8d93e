package forecast
import "testing"
func TestBig(t *testing.T){
 for _, p := range processes { for _, w := range []int{8,12} {
  t.Logf("weekly %s %d: %.1f", p.name, w, coveredN(p,w,1,1500,Trials,[]int64{10,30,100}))
  t.Logf("weekly few %s %d: %.1f", p.name, w, coveredN(p,w,1,1500,few,[]int64{10,30,100}))
 }}
}
func TestBigValue(t *testing.T){
 for _, p := range processes { for _, w := range []int{8,12} {
  for i, s := range valueFirst(t,p,w,1500,false,[]int{10,20,30,60,100}) { t.Logf("value %s %d: %d %.1f", p.name, w, []int{10,20,30,60,100}[i], s) }
 }}
  for i, s := range valueFirst(t,processes[0],12,1000,true,[]int{10,20,30,60,100}) { t.Logf("counting: %d %.1f", []int{10,20,30,60,100}[i], s) }
}
