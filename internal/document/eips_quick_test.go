package document
import ("testing";"fmt";"milepost/internal/source";"os";"path/filepath";"io/fs";"strings";"time";"sort")
func TestEipsQuick(t *testing.T){
 var files []*source.File
 filepath.WalkDir("/tmp/eips",func(p string,d fs.DirEntry,err error)error{ if strings.HasSuffix(p,".md"){ b,_:=os.ReadFile(p); files=append(files,source.NewFile(p,b))}; return nil})
 t0:=time.Now(); n:=0; links:=0
 type slow struct{d time.Duration; p string; n int}
 var ss []slow
 for _,f:=range files { t1:=time.Now(); d:=Parse(f,Options{}); ss=append(ss,slow{time.Since(t1),f.Path,len(f.Data)}); n+=len(f.Data); links+=len(d.Links)
  for _,x:=range d.Findings { fmt.Printf("F %s:%d:%d %s %s %q\n",strings.TrimPrefix(f.Path,"/tmp/eips/eips/content/"),x.Span.From().Line,x.Span.From().Column,x.Rule,x.Message,x.Span.Text())}
 }
 fmt.Println(len(files),n,links,time.Since(t0))
 sort.Slice(ss,func(i,j int)bool{return ss[i].d>ss[j].d})
 for _,s:=range ss[:8]{fmt.Println(s)}
}
