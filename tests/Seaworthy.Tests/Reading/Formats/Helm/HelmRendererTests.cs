using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.GoTemplate.Values;
using Seaworthy.Reading.Formats.GoTemplate.Yaml;
using Seaworthy.Reading.Formats.Helm;
using Seaworthy.Reading.Formats.Yaml;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Helm;

/// <summary>Charts as Helm 4.1.4 renders them: what is expected here it printed.</summary>
public sealed class HelmRendererTests
{
    [Fact]
    public void Values_are_written_as_the_library_of_Helm_writes_them()
    {
        var values = GoYamlReader.Read(
            "m: {a10: 1, a2: 2, B: 1, 1: x, '-': z, e: '', t: 'true', tab: \"a\\tb\", ml: \"a\\nb\\n\", sp: ' a', q: \"it's: x\"}\n"
                + "l: [1, [2, 3], {x: 1, y: [1]}]\nbig: 1000000\nlong: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb ccccccccccccccc ddddd\n",
            out _
        );

        Assert.Equal(
            """
            big: 1000000
            l:
            - 1
            - - 2
              - 3
            - "true":
              - 1
              x: 1
            long: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
              ccccccccccccccc ddddd
            m:
              '-': z
              "1": x
              B: 1
              a2: 2
              a10: 1
              e: ""
              ml: |
                a
                b
              q: 'it''s: x'
              sp: ' a'
              t: "true"
              tab: "a\tb"
            """,
            GoYamlWriter.Write(values)
        );
    }

    [Fact]
    public void Subcharts_take_values_of_their_parent_and_global_ones()
    {
        var rendering = Render(
            "",
            (
                "Chart.yaml",
                "name: shop\nversion: 1.0.0\ndependencies:\n- {name: db, version: '1.x', condition: db.enabled}\n- {name: mq, version: '1.x', condition: mq.enabled}\n"
            ),
            ("values.yaml", "global: {domain: example.com}\ndb: {enabled: true, port: 1}\nmq: {enabled: false}\n"),
            ("templates/_h.tpl", "{{ define \"name\" }}{{ .Release.Name }}-{{ .Chart.Name }}{{ end }}"),
            (
                "templates/a.yaml",
                "n: {{ include \"name\" . }}\nv: {{ .Chart.Version }}\nk: {{ .Capabilities.KubeVersion.Version }}\nt: {{ .Template.Name }}\n"
            ),
            ("charts/db/Chart.yaml", "name: db\nversion: 1.2.0\n"),
            ("charts/db/values.yaml", "port: 5432\nuser: app\n"),
            (
                "charts/db/templates/b.yaml",
                "p: {{ .Values.port }} {{ .Values.user }} {{ .Values.global.domain }} {{ include \"name\" . }}\n"
            ),
            ("charts/mq/Chart.yaml", "name: mq\nversion: 1.0.0\n"),
            ("charts/mq/templates/c.yaml", "x: 1\n")
        );

        Assert.Null(rendering.Fault);
        Assert.Equal(
            [
                "shop/charts/db/templates/b.yaml: p: 1 app example.com r-db\n",
                "shop/templates/a.yaml: n: r-shop\nv: 1.0.0\nk: v1.35.0\nt: shop/templates/a.yaml\n",
            ],
            rendering.Documents.Select(document => $"{document.Template}: {document.Text}")
        );
    }

    [Fact]
    public void What_is_given_goes_over_defaults_and_null_takes_one_away()
    {
        var rendering = Render(
            "a: {x: null}\nb: [9]\n",
            ("Chart.yaml", "name: shop\nversion: 1.0.0\n"),
            ("values.yaml", "a: {x: 1, y: 2}\nb: [1, 2]\n"),
            ("templates/a.yaml", "{{ toYaml .Values }}")
        );

        Assert.Equal("a:\n  \"true\": 2\nb:\n- 9", Assert.Single(rendering.Documents).Text);
    }

    [Fact]
    public void Set_has_a_language_of_its_own()
    {
        GoMap values = new();
        HelmSet.Apply("a.b=1,c[1]=x,d={y,z},e\\.f=true,g=007", values, isText: false);

        Assert.Equal(
            "{\"a\":{\"b\":1},\"c\":[null,\"x\"],\"d\":[\"y\",\"z\"],\"e.f\":true,\"g\":\"007\"}",
            Seaworthy.Reading.Formats.GoTemplate.Json.GoJson.Write(values)
        );
    }

    [Fact]
    public void A_template_that_fails_names_its_innermost_place()
    {
        var rendering = Render(
            "",
            ("Chart.yaml", "name: shop\nversion: 1.0.0\n"),
            ("templates/_h.tpl", "{{ define \"x\" }}\n{{ .Values.a.b }}{{ end }}"),
            ("templates/a.yaml", "k: {{ include \"x\" . }}\n")
        );

        Assert.Equal(GoFaultKind.NilPointer, rendering.Fault?.Kind);
        Assert.Equal("shop/templates/_h.tpl", rendering.Fault?.Template);
        Assert.Equal(
            "template: shop/templates/a.yaml:1:6: executing \"shop/templates/a.yaml\" at <include \"x\" .>: error calling include: "
                + "template: shop/templates/_h.tpl:2:10: executing \"x\" at <.Values.a.b>: nil pointer evaluating interface {}.b",
            rendering.Fault?.Message
        );
    }

    [Fact]
    public void Rendered_objects_have_places_in_templates()
    {
        SourceFile file = new("shop/templates/a.yaml", "kind: {{ \"Pod\" }}\nmetadata:\n  name: {{ .Release.Name }}-api\n");
        var document = Assert.Single(Render("", ("Chart.yaml", "name: shop\nversion: 1.0.0\n"), ("templates/a.yaml", file.Text)).Documents);
        var tree = new HelmPlaces(file, document.Trace, _ => file).Of(YamlParser.Parse(new SourceFile("rendered", document.Text ?? "")));

        Assert.Equal("r-api", tree.Root?.At("metadata", "name")?.Text);
        Assert.Equal("{{ .Release.Name }}-api", tree.Root?.At("metadata", "name")?.Span.Text);
        Assert.Equal("{{ \"Pod\" }}", tree.Root?["kind"]?.Span.Text);
        Assert.Equal(2, tree.Root?.Entries[1].KeySpan.StartLine);
    }

    private static HelmRendering Render(string given, params (string Path, string Text)[] files)
    {
        var chart = HelmPackageReader.Read([.. files.Select(file => new HelmFile(file.Path, file.Text))]);
        return HelmRenderer.Render(
            chart ?? throw new InvalidOperationException(),
            new HelmRelease(GoYamlReader.Read(given, out _) as GoMap ?? new GoMap()) { Name = "r" }
        );
    }
}
