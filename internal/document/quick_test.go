package document
import ("testing";"fmt";"milepost/internal/source";"os")
func TestQuick(t *testing.T){
 b,err:=os.ReadFile("/tmp/q.md"); if err!=nil {t.Skip()}
 f:=source.NewFile("q.md", b)
 d:=Parse(f, Options{HashReferences:true})
 for _,e:=range d.Front.Entries { fmt.Printf("%s %v = %v %q %v\n", e.Key,e.KeySpan.From(),e.Value.Kind,e.Value.Text,e.Value.Span.Text()) }
 for _,h:=range d.Headings { fmt.Println("H",h.Level,h.Text,h.Anchor,h.Span.From(),h.Span.Text())}
 for _,h:=range d.Links { fmt.Println("L",h.Kind,h.Target,h.Text,h.Span.From(),h.Span.Text())}
 for _,h:=range d.Criteria { fmt.Println("C",h.Done,h.Text,h.Span.From(),h.Span.Text())}
 f2:=Filler{Link:func(i int)(string,bool){return d.Links[i].Target, d.Links[i].Target!="nope"},Met:"Met",Open:"Not yet",Tally:"1 of 2"}
 for _,h:=range d.Updates { fmt.Println("U",h.Date,h.Text,h.At.From(),h.Body.HTML(f2))}
 fmt.Println("T",d.Title,"| S",d.Summary,"| D",d.Dropped)
 fmt.Println("LEAD",d.Lead.HTML(f2))
 fmt.Println("BODY",d.Body.HTML(f2))
 for _,x:=range d.Findings { fmt.Printf("F %s %v-%v %s | %s\n",x.Rule,x.Span.From(),x.Span.To(),x.Message,x.Hint)}
}
