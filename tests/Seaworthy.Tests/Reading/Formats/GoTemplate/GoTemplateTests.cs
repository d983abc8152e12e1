using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.GoTemplate.Syntax;
using Seaworthy.Reading.Formats.GoTemplate.Values;
using Seaworthy.Reading.Formats.GoTemplate.Yaml;
using Seaworthy.Reading.Formats.Helm;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.GoTemplate;

/// <summary>Templates as Go runs them; what is expected here was printed by Helm 4.1.4.</summary>
public sealed class GoTemplateTests
{
    private const string Data =
        "text: ab\nnumber: 80\nbig: 1000000\nreal: 1.5\ntruth: true\nlist: [1, two, null]\nmap: {b: 1, a: {c: x}}\nnothing: null\n";

    [Theory]
    [InlineData("a {{- 1 -}} b", "a1b")]
    [InlineData("{{/* why */}}x{{- /* why */ -}} y", "xy")]
    [InlineData("{{ .number }} {{ .big }} {{ .real }} {{ .truth }}", "80 1e+06 1.5 true")]
    [InlineData("{{ .list }} {{ .map }}", "[1 two <nil>] map[a:map[c:x] b:1]")]
    [InlineData("{{ .absent }}|{{ .nothing }}", "<no value>|<no value>")]
    [InlineData("{{ range $k, $v := .map }}{{ $k }}={{ $v }};{{ end }}", "a=map[c:x];b=1;")]
    [InlineData("{{ range .absent }}x{{ else }}none{{ end }}", "none")]
    [InlineData("{{ range $i, $e := .list }}{{ if eq $i 1 }}{{ continue }}{{ end }}{{ $i }}{{ end }}", "02")]
    [InlineData("{{ range until 5 }}{{ if eq . 3 }}{{ break }}{{ end }}{{ . }}{{ end }}", "012")]
    [InlineData("{{ with .map.a }}{{ .c }}{{ $.text }}{{ end }}{{ with .absent }}x{{ else }}y{{ end }}", "xaby")]
    [InlineData("{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ end }}{{ $x }}", "2")]
    [InlineData("{{ define \"a\" }}[{{ . }}]{{ end }}{{ template \"a\" .text }}{{ include \"a\" 1 | nindent 2 }}", "[ab]\n  [1]")]
    [InlineData("{{ block \"b\" .text }}<{{ . }}>{{ end }}", "<ab>")]
    [InlineData("{{ and .text 0 }} {{ or .absent \"d\" }} {{ not .truth }}", "0 d false")]
    [InlineData("{{ (index .map \"a\").c }} {{ (dict \"k\" (list 1 2)).k }} {{ len .list }}", "x [1 2] 3")]
    [InlineData("{{ (.absent).a.b }}|", "<no value>|")]
    [InlineData("{{ printf \"%s %d %v %q %05.1f %t %T\" .text 3 .number .text 2.25 true .number }}", "ab 3 80 \"ab\" 002.2 true float64")]
    [InlineData("{{ printf \"%d %s %d\" .number 5 }}", "%!d(float64=80) %!s(int=5) %!d(MISSING)")]
    [InlineData("{{ tpl \"{{ .text }}-{{ upper .text }}\" . }}", "ab-AB")]
    [InlineData("{{ print 1 2 \"a\" 3 }} {{ \"<a>\" | html }}", "1 2a3 &lt;a&gt;")]
    [InlineData("{{ add 1 2 }} {{ div 7 2 }} {{ mul 2 3 }} {{ round 1.255 2 }} {{ int64 \"12\" }}", "3 3 6 1.25 12")]
    [InlineData("{{ trunc 3 \"abcdef\" }} {{ trunc -2 \"abcdef\" }} {{ substr 1 3 \"abcdef\" }}", "abc ef bc")]
    [InlineData(
        "{{ \"a-b_c d\" | camelcase }} {{ \"FooBar\" | snakecase }} {{ \"FooBar\" | kebabcase }} {{ title \"a bc\" }}",
        "ABCD foo_bar foo-bar A Bc"
    )]
    [InlineData("{{ regexReplaceAll \"(a)(b)\" .text \"${2}$1\" }} {{ regexMatch \"^a.$\" .text }}", "ba true")]
    [InlineData("{{ semverCompare \">=1.19-0\" \"1.35.0\" }} {{ semverCompare \"^1.2.x\" \"v2.0.0\" }}", "true false")]
    [InlineData("{{ ternary 1 2 .truth }} {{ coalesce .absent \"\" \"z\" }} {{ default 5 .nothing }}", "1 z 5")]
    [InlineData("{{ .map | toJson }} {{ toJson \"<\" }}", "{\"a\":{\"c\":\"x\"},\"b\":1} \"\\u003c\"")]
    [InlineData("{{ b64enc .text }} {{ sha256sum \"a\" | trunc 8 }} {{ join \",\" .list }}", "YWI= ca978112 1,two")]
    public void Templates_print_what_Go_prints(string template, string expected) => Assert.Equal(expected, Run(template));

    [Theory]
    [InlineData("{{ .map.absent.b }}", "template: t:1:7: executing \"t\" at <.map.absent.b>: nil pointer evaluating interface {}.b")]
    [InlineData(
        "{{ range .list }}{{ .a }}{{ end }}",
        "template: t:1:20: executing \"t\" at <.a>: can't evaluate field a in type interface {}"
    )]
    [InlineData(
        "{{ include \"none\" . }}",
        "template: t:1:3: executing \"t\" at <include \"none\" .>: error calling include: template: no template \"none\" associated with template \"gotpl\""
    )]
    [InlineData(
        "{{ eq .number 80 }}",
        "template: t:1:3: executing \"t\" at <eq .number 80>: error calling eq: incompatible types for comparison: float64 and int"
    )]
    [InlineData("{{ upper .number }}", "template: t:1:9: executing \"t\" at <.number>: wrong type for value; expected string; got float64")]
    [InlineData("{{ .absent | upper }}", "template: t:1:13: executing \"t\" at <upper>: invalid value; expected string")]
    [InlineData(
        "{{ required \"give it\" .absent }}",
        "template: t:1:3: executing \"t\" at <required \"give it\" .absent>: error calling required: give it"
    )]
    public void Faults_are_in_Go_s_words(string template, string expected) =>
        Assert.Equal(expected, Assert.Throws<GoRunFault>(() => Run(template)).Message);

    [Theory]
    [InlineData("{{ nofunction 1 }}", "function \"nofunction\" not defined")]
    [InlineData("{{ $x }}", "undefined variable \"$x\"")]
    [InlineData("{{ if .a }}", "unexpected EOF")]
    [InlineData("{{ .a", "unclosed action")]
    [InlineData("{{ end }}", "unexpected {{end}}")]
    [InlineData("{{ (.a }}", "unclosed left paren")]
    [InlineData("{{ break }}", "{{break}} outside {{range}}")]
    public void Text_that_is_no_template_is_refused(string template, string expected) =>
        Assert.Equal(expected, Assert.Throws<GoTemplateFault>(() => Run(template)).Message);

    [Theory]
    [InlineData("{{ define \"a\" }}{{ include \"a\" . }}{{ end }}{{ include \"a\" . }}")]
    [InlineData("{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}")]
    [InlineData("{{ repeat 1000000000 \"abc\" }}")]
    [InlineData("{{ until 1000000000 }}")]
    public void A_template_that_asks_for_too_much_is_stopped(string template) =>
        Assert.Equal(GoFaultKind.Limit, Assert.Throws<GoRunFault>(() => Run(template)).Kind);

    [Fact]
    public void Each_part_knows_where_it_stands()
    {
        var run = MakeRun();
        run.Add(new GoTemplateText("t", "{{ define \"l\" }}x: 1\ny: 2{{ end }}a:\n  {{- include \"l\" . | nindent 2 }}\nb: {{ 3 }}\n"));
        var (text, trace) = run.Render(run.Find("t") ?? throw new InvalidOperationException(), new GoMap());

        Assert.Equal("a:\n  x: 1\n  y: 2\nb: 3\n", text);
        Assert.Equal(2, LineOf("y:"));
        Assert.Equal(1, LineOf("x:"));
        Assert.Equal(4, LineOf("b:"));
        Assert.Equal(4, LineOf("3"));

        int LineOf(string wanted)
        {
            var at = text.IndexOf(wanted, StringComparison.Ordinal);
            var part = trace.At(at) ?? throw new InvalidOperationException();
            return part.Text.Place(part.SourceStart + (part.IsVerbatim ? at - part.Start : 0)).Line;
        }
    }

    private static GoRun MakeRun() => new(HelmFunctions.All, new GoLimits { Steps = 1_000_000, Depth = 60 }, DateTimeOffset.UnixEpoch);

    private static string Run(string template)
    {
        var run = MakeRun();
        run.Add(new GoTemplateText("t", template));
        return run.Render(run.Find("t") ?? throw new InvalidOperationException(), GoYamlReader.Read(Data, out _)).Text;
    }
}
