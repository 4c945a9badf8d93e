package document
import ("testing";"fmt";"milepost/internal/source";"strings";"time")
func rep(s string,n int) string { return strings.Repeat(s, n/len(s)+1)[:n] }
func hostile() map[string]func(n int) string {
 unit:=func(u string) func(int) string { return func(n int) string { return rep(u,n)+"\n" } }
 m:=map[string]func(int) string{}
 for _,u:=range []string{"[a](","[","![","**","<",">","> ","- ","`","[a](<b","[a](b","[^1]","[[","[[a|","](","*a_ ","*a **a ","a_ ","_a ","a]","[a","a**b","c* ","[ a_","[ (](","![[]()","<!--","</","<?","<!A","<![CDATA[","<a ","<b>","</b>","<details>\n","<details><summary>","|","|-","a|","~","~~a ","~a ","\"a ","'a ","\"","'","'\"","...","--","---","https://a.b/","www.a.","a@b.","a@","(https://a.b/(",":a:",":smile:","&","&#","&a","\\","\\[","#a ","# ","#","1. ","1) ","+ ","* ","-\n","=\n","a\n=\n","a\n-\n","\t","    a\n","```\n","~~~\n","```a\n\n","> a\n","- a\n","- a\n\n","  - a\n","1. a\n",": a\n","a\n: b\n","a\n\n: b\n\n","[a]: b\n","[a]: <b\n","[a]:\n","[^a]: b\n","[^a]: b\n\n    c\n\n","[^a][^b]","|a|b|\n|-|-|\n","a|b\n-|-\n","|a\n|-\n|b\n|c\n","[ ] ","- [ ] ","- [x] a\n","<b>*","*<b>","<b><i>","</i></b>","[a][","[a][b]","[a][]","![a](b)","[![a](b)](c)","> - ","- > ","> 1. ","a  \n","a\\\n","\n","\n\n\n"," ","x ","é","*é*","**é","_é_","[é","\x00","\xff","---\n","+++\n","{\n","{a","{#a}","# a {#b}\n","# a\n","a *b* ","`a","`a` ","``a` ","<!-- internal -->","<!-- internal -->\n","<!-- /internal -->\n","<a@b.c>","<http://a>","<http:","|a|\n","\\|","[[a]]","[[a]](b)","> [!NOTE]\n","###### a\n","***a** b* ","*a*b*c","**a*b","a***b","* a\n  * b\n","* * * ","- - -\n","_ _ _\n","<p>","<br>","<hr>\n","<summary>\n","</details>\n","<b>\n\n","<script>\n","<pre>\n","%5B","(",")","[a](b\"c","[a](b 'c","[a](b (c","[a](((","[a](\\(","![a][","[a\n","a[\n","*\n","**\n*","a*\n","*a\n", "- a\n  b\n\n","-\n\n  a\n", "[a]:b\n[","[\\]", "<a b='c' ","<a b=\"","<a b=c ", "a<b ","[x]: y\n\n[x]\n\n" ,"> >> > ","1.\n","0. a\n","9999999999. a\n","-   \n","&amp;","&nbsp;&","{.a}","##a","#a#"} { m[u]=unit(u) }
 m["nested brackets"]=func(n int) string { return strings.Repeat("[",n/2)+"a"+strings.Repeat("]",n/2) }
 m["nested images"]=func(n int) string { return strings.Repeat("![",n/3)+"a"+strings.Repeat("]",n/3) }
 m["nested links"]=func(n int) string { return strings.Repeat("[",n/5)+"a"+strings.Repeat("](b)",n/5) }
 m["nested images2"]=func(n int) string { return strings.Repeat("![",n/6)+"a"+strings.Repeat("](b)",n/6) }
 m["strong nested"]=func(n int) string { return strings.Repeat("*a **a ",n/14)+"b"+strings.Repeat(" a** a*",n/14) }
 m["strong closed"]=func(n int) string { return strings.Repeat("**a ",n/8)+strings.Repeat("a** ",n/8) }
 m["mult3"]=func(n int) string { return "a**b"+strings.Repeat("c* ",n/3) }
 m["backticks"]=func(n int) string { var b strings.Builder; for i:=1;b.Len()<n;i++ { b.WriteString("e"+strings.Repeat("`",i)) }; return b.String() }
 m["backticks down"]=func(n int) string { var b strings.Builder; for i:=400;b.Len()<n&&i>0;i-- { b.WriteString("e"+strings.Repeat("`",i)) }; return b.String() }
 m["list staircase"]=func(n int) string { var b strings.Builder; for i:=0;b.Len()<n;i++ { b.WriteString(strings.Repeat("  ",i)+"* a\n") }; return b.String() }
 m["quote staircase"]=func(n int) string { var b strings.Builder; for i:=0;b.Len()<n;i++ { b.WriteString(strings.Repeat(">",i)+" a\n") }; return b.String() }
 m["deep list then blanks"]=func(n int) string { return strings.Repeat("- ",n/4)+"x"+strings.Repeat("\n",n/2) }
 m["deep list then text"]=func(n int) string { return strings.Repeat("- ",n/4)+"x\n"+strings.Repeat("a\n",n/4) }
 m["deep quote then text"]=func(n int) string { return strings.Repeat("> ",n/4)+"x\n"+strings.Repeat("a\n",n/4) }
 m["quote emph"]=func(n int) string { return strings.Repeat(">",n/2)+strings.Repeat("a*",n/4) }
 m["refs"]=func(n int) string { var b strings.Builder; for i:=0;b.Len()<n/2;i++ { fmt.Fprintf(&b,"[%d]: u\n",i) }; b.WriteString("\n"); for i:=0;b.Len()<n;i++ { fmt.Fprintf(&b,"[%d] ",i)}; return b.String() }
 m["long refs"]=func(n int) string { return "[a]: "+strings.Repeat("u",n/2)+"\n\n"+strings.Repeat("[a]",n/6) }
 m["footnotes"]=func(n int) string { var b strings.Builder; for i:=0;b.Len()<n/2;i++ { fmt.Fprintf(&b,"[^%d]: u\n",i) }; b.WriteString("\n"); for i:=0;b.Len()<n;i++ { fmt.Fprintf(&b,"[^%d] ",i)}; return b.String() }
 m["footnote bomb"]=func(n int) string { return strings.Repeat("[^1]",n/4)+"\n\n[^1]: a\n" }
 m["footnote nested"]=func(n int) string { var b strings.Builder; b.WriteString("[^0]\n\n"); for i:=0;b.Len()<n;i++ { fmt.Fprintf(&b,"[^%d]: [^%d]\n\n",i,i+1) }; return b.String() }
 m["table wide"]=func(n int) string { return strings.Repeat("|a",n/10)+"\n"+strings.Repeat("|-",n/10)+"\n"+strings.Repeat("|\n",n/4) }
 m["table 99 wide"]=func(n int) string { return strings.Repeat("|a",99)+"|\n"+strings.Repeat("|-",99)+"|\n"+strings.Repeat("|\n",n/4) }
 m["table 1000"]=func(n int) string { r:=strings.Repeat("|a",1000)+"|\n"; return r+strings.Repeat("|-",1000)+"|\n"+strings.Repeat(r,n/2000) }
 m["table many"]=func(n int) string { return strings.Repeat("|a|b|\n|-|-|\n|c|d|\n\n",n/20) }
 m["table delims"]=func(n int) string { return "a\n"+strings.Repeat("|-\n",n/3) }
 m["table code"]=func(n int) string { return "|a|\n|-|\n"+strings.Repeat("|`\\|`|\n",n/7) }
 m["html nest"]=func(n int) string { return strings.Repeat("<b>",n/7)+strings.Repeat("</b>",n/7) }
 m["html nest block"]=func(n int) string { return strings.Repeat("<details>\n\n",n/22)+strings.Repeat("</details>\n\n",n/22) }
 m["unclosed code"]=func(n int) string { return "```\n"+strings.Repeat("<!-- internal -->\n",n/18) }
 m["internal in code"]=func(n int) string { return strings.Repeat("`<!-- internal -->` ",n/20) }
 m["same headings"]=func(n int) string { return strings.Repeat("# a\n",n/4) }
 m["num headings"]=func(n int) string { var b strings.Builder; for i:=0;b.Len()<n;i++ { fmt.Fprintf(&b,"# a\n# a-%d\n",i) }; return b.String() }
 m["updates"]=func(n int) string { return "## Updates\n"+strings.Repeat("### 2026-11-02\na\n",n/17) }
 m["updates sections"]=func(n int) string { return strings.Repeat("## Updates\n### 2026-11-02\n",n/26) }
 m["criteria sections"]=func(n int) string { return strings.Repeat("## Done when\n- [ ] a\n",n/21) }
 m["nested criteria"]=func(n int) string { return "# Done when\n"+strings.Repeat("#### Done when\n- [ ] a\n",n/21) }
 m["dropped"]=func(n int) string { return strings.Repeat("# Why dropped\na\n",n/16) }
 m["dropped levels"]=func(n int) string { return strings.Repeat("## Why dropped\n### Updates\n",n/26) }
 m["front unclosed"]=func(n int) string { return "---\n"+strings.Repeat("a: b\n",n/5) }
 m["front indented"]=func(n int) string { return "---\na: |\n"+strings.Repeat("  ---\n",n/6)+"---\nx" }
 m["front json"]=func(n int) string { return "{\n"+strings.Repeat("{",n) }
 m["front json2"]=func(n int) string { return "{\n"+strings.Repeat("\"a\": {\n}\n\n",n/10) }
 m["front toml"]=func(n int) string { return "+++\n"+strings.Repeat("[a]\n",n/4)+"+++\n" }
 m["front yaml 64k"]=func(n int) string { return "---\n"+strings.Repeat("a: b: c\n",8000)+"---\n" }
 m["link title"]=func(n int) string { return strings.Repeat("[a](b \"",n/7) }
 m["parens"]=func(n int) string { return "[a]("+strings.Repeat("(",n/2)+strings.Repeat(")",n/2)+")" }
 m["long line words"]=func(n int) string { return strings.Repeat("lorem ipsum ",n/12) }
 m["emoji colons"]=func(n int) string { return strings.Repeat(":",n/2)+strings.Repeat("a",n/2) }
 m["emoji long"]=func(n int) string { return strings.Repeat(":"+strings.Repeat("a",500),n/501) }
 m["urls"]=func(n int) string { return strings.Repeat("https://example.com/"+strings.Repeat("a)",100)+" ",n/221) }
 m["url parens"]=func(n int) string { return "https://example.com/"+strings.Repeat(")",n) }
 m["url semis"]=func(n int) string { return "https://example.com/"+strings.Repeat("&a;",n/3) }
 m["mail long"]=func(n int) string { return strings.Repeat("a",n)+"@b.c" }
 m["mail parts"]=func(n int) string { return strings.Repeat("*a",n/2)+"@b.c" }
 m["alert"]=func(n int) string { return "> [!NOTE]\n"+strings.Repeat("> a\n",n/4) }
 m["strike"]=func(n int) string { return strings.Repeat("~~a ",n/8)+strings.Repeat("a~~ ",n/8) }
 m["deflist nest"]=func(n int) string { return "a\n"+strings.Repeat(": ",n/2)+"b\n" }
 m["deflist nest2"]=func(n int) string { var b strings.Builder; b.WriteString("a\n"); for i:=0;b.Len()<n;i++ { b.WriteString(strings.Repeat("  ",i)+": a\n") }; return b.String() }
 m["setext"]=func(n int) string { return strings.Repeat("a\n",n/2)+"===\n" }
 m["entities"]=func(n int) string { return strings.Repeat("&#x1F600;",n/9) }
 m["ref def multi"]=func(n int) string { return strings.Repeat("[a]: b 'c\n",n/10) }
 m["ref defs one para"]=func(n int) string { var b strings.Builder; for i:=0;b.Len()<n;i++ { fmt.Fprintf(&b,"[%d]:\nu\n",i) }; return b.String() }
 m["ref def open title"]=func(n int) string { return "[a]: b\n\""+strings.Repeat("x\n",n/2) }
 m["ref def many open"]=func(n int) string { return strings.Repeat("[a]: b\n\"x\n",n/10) }
 m["tabs list"]=func(n int) string { return strings.Repeat("-\t",n/2)+"a" }
 m["tabs quote"]=func(n int) string { return strings.Repeat(">\t",n/2)+"a" }
 m["spaces"]=func(n int) string { return strings.Repeat(" ",n)+"a" }
 m["bracket lines"]=func(n int) string { return strings.Repeat("[\n",n/2) }
 m["images unclosed"]=func(n int) string { return strings.Repeat("![a](b ",n/7) }
 m["link nested emph"]=func(n int) string { return strings.Repeat("[*a",n/6)+strings.Repeat("*](b)",n/10) }
 return m
}
func TestSlowQuick(t *testing.T){
 for _,n:=range []int{80<<10, 1<<20} {
 for name,f:=range hostile() {
  s:=f(n); if len(s)>1<<20 {s=s[:1<<20]}
  done:=make(chan *Doc)
  t0:=time.Now()
  go func(){ done<-Parse(source.NewFile("x",[]byte(s)),Options{HashReferences:true}) }()
  select { case d:=<-done: 
   if e:=time.Since(t0); e>200*time.Millisecond || len(string(d.Body.HTML(Filler{Link:func(int)(string,bool){return "x",true}})))>30*len(s)+1000 { fmt.Printf("SLOW %d %q %v html=%d find=%d\n",n,name,e.Round(time.Millisecond),len(d.Body.HTML(Filler{Link:func(int)(string,bool){return "x",true}})),len(d.Findings)) }
  case <-time.After(20*time.Second): fmt.Printf("HANG %d %q\n",n,name) }
 }
 }
}
