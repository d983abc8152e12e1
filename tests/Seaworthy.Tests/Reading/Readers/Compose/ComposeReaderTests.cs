using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Compose;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Compose;

public sealed class ComposeReaderTests
{
    [Theory]
    [InlineData("docker-compose.yml", "services: {a: {image: x}}")]
    [InlineData("deploy/docker-compose.prod.yaml", "services: {a: {restart: always}}")]
    [InlineData("compose.yml", "volumes: {data: }")]
    [InlineData("dev.compose.yaml", "include: [other.yaml]")]
    [InlineData("docker-stack.yml", "services: {a: {image: x}}")]
    [InlineData("infrastructure.yaml", "version: '3'\nservices:\n  a:\n    build: .\n")]
    [InlineData("x/production.yml", "x-app: &app\n  restart: always\nservices:\n  a:\n    <<: *app\n    image: x\n")]
    public void Compose_files_are_known_by_name_or_by_content(string path, string text)
    {
        Assert.False(ComposeText.Read(text, path).IsLegacy);
    }

    [Theory]
    [InlineData("render.yaml", "services:\n  - type: web\n    name: api\n")]
    [InlineData(".github/workflows/ci.yml", "on: push\njobs:\n  t:\n    services:\n      db:\n        image: postgres\n")]
    [InlineData("config/services.yaml", "services:\n  App\\Mailer:\n    class: App\\Mailer\n    arguments: ['@log']\n")]
    [InlineData(".woodpecker.yml", "steps:\n  a: {image: x}\nservices:\n  db:\n    image: postgres\n")]
    [InlineData("tye.yml", "name: x\nservices:\n- name: a\n  image: x\n")]
    [InlineData("composer.yaml", "name: x\nrequire: {}\n")]
    [InlineData("docker-compose-chart.yaml", "apiVersion: v1\nkind: ConfigMap\n")]
    [InlineData("compose.yaml", "")]
    public void Other_files_with_services_are_left_alone(string path, string text)
    {
        Assert.Null(new ComposeReader().Read(new FileSyntax(new SourceFile(path, text))));
    }

    [Fact]
    public void What_a_file_demands_is_told_wherever_it_stands_but_in_comments()
    {
        var file = ComposeText.Read(
            "# ${OLD:?}\nx-app: {A: '${KEY:?set it}'}\nservices:\n  a:\n    image: x:${TAG?}\n    command: run ${PORT:-1}\n",
            "compose.yaml"
        );

        Assert.Equal(["KEY", "TAG"], file.Demands.Select(demand => demand.Value));
        Assert.Equal("${KEY:?set it}", file.Demands[0].Span.Text);
    }

    [Fact]
    public void Services_at_the_top_are_the_first_format_and_refused_today()
    {
        var file = ComposeText.Read("web:\n  build: .\n  ports:\n    - \"80:80\"\ndb:\n  image: postgres\n", "docker-compose.yml");

        Assert.True(file.IsLegacy);
        Assert.Equal(["web", "db"], file.Services.Select(service => service.Name.Value));
        Assert.Equal("web", Assert.Single(file.Problems).Span.Text);
    }

    [Fact]
    public void Every_fact_carries_the_place_of_its_own_line()
    {
        var file = ComposeText.Read(
            """
            name: shop
            services:
              web:
                image: "nginx:${TAG:-1.27}"
                environment:
                  - DEBUG
                  - URL=http://api:${PORT}/x
                ports:
                  - 8080:80
            """
        );
        var web = Assert.Single(file.Services);

        Assert.Equal(("web", 3), (web.Name.Span.Text, web.Name.Span.StartLine));
        Assert.Equal("nginx:${TAG:-1.27}", web.Image?.Span.Text);
        Assert.Equal("TAG", Assert.Single(web.Image?.Variables ?? []).Variable);
        Assert.Equal(["image", "environment", "ports"], web.Keys.Select(key => key.Value));
        Assert.Equal(("URL", "http://api:${PORT}/x"), (web.Environment[1].Name.Span.Text, web.Environment[1].Value?.Span.Text));
        Assert.Equal((9, 9, "8080:80"), (web.Ports[0].Span.StartLine, web.Ports[0].Span.StartColumn, web.Ports[0].Span.Text));
        Assert.Equal("80", web.Ports[0].Target?.Span.Text);
        Assert.Empty(file.Problems);
    }

    [Fact]
    public void Merge_keys_bring_the_values_of_the_anchor_with_its_places()
    {
        var file = ComposeText.Read(
            """
            x-app: &app
              image: app
              environment: &env
                A: "1"
            services:
              web:
                <<: *app
                environment:
                  <<: *env
                  B: "2"
            """
        );
        var web = Assert.Single(file.Services);

        Assert.Equal(("app", 2), (web.Image?.Raw, web.Image?.Span.StartLine));
        Assert.Equal(("1", "2"), (web.FindVariable("A")?.Value?.Raw, web.FindVariable("B")?.Value?.Raw));
        Assert.Empty(file.Problems);
    }

    [Fact]
    public void Tags_that_take_away_are_kept_as_marks_and_their_values_are_not_read()
    {
        var file = ComposeText.Read(
            """
            services:
              web:
                ports: !reset []
                environment:
                  A: !reset null
                volumes: !override
                  - ./a:/a
            """
        );
        var web = Assert.Single(file.Services);

        Assert.Equal(
            ["services/web/ports True", "services/web/environment/A True", "services/web/volumes False"],
            file.MergeMarks.Select(mark => $"{string.Join('/', mark.Path)} {mark.IsReset}")
        );
        Assert.Empty(web.Environment);
        Assert.Single(web.Volumes);
        Assert.Empty(file.Problems);
    }

    [Fact]
    public void Every_section_beside_the_services_is_read()
    {
        var file = ComposeText.Read(
            """
            include:
              - ../common/compose.yaml
              - path: [a.yml, b.yml]
                project_directory: ..
                env_file: a.env
            networks:
              front:
              back: {internal: true, driver: bridge, ipam: {config: [{subnet: 10.0.0.0/24}]}}
              old: {external: {name: really}}
            volumes:
              data: {external: true, name: prod_data}
            secrets:
              key: {file: ./key.txt}
            configs:
              conf: {content: "a=${A}"}
            """
        );

        Assert.Equal(["a.yml", "b.yml"], file.Includes[1].Paths.Select(path => path.Raw));
        Assert.Equal(("..", "a.env"), (file.Includes[1].ProjectDirectory?.Raw, file.Includes[1].EnvFiles[0].Raw));
        Assert.Equal([false, false, true], file.Networks.Select(network => network.IsExternal));
        Assert.Equal(
            (true, "10.0.0.0/24", "really"),
            (file.Networks[1].Internal?.Value, file.Networks[1].Subnets[0].Raw, file.Networks[2].ActualName?.Raw)
        );
        Assert.Equal((true, "prod_data"), (file.Volumes[0].IsExternal, file.Volumes[0].ActualName?.Raw));
        Assert.Equal("./key.txt", file.Secrets[0].File?.Raw);
        Assert.Equal("A", file.Configs[0].Content?.Variables.Single().Variable);
        Assert.Empty(file.Problems);
    }

    [Fact]
    public void Whatever_is_cut_off_is_read_as_far_as_it_goes()
    {
        const string text = """
            name: a
            x-a: &a {image: "x:${T:-1}", command: [sh, -c, "a && b"]}
            services:
              web:
                <<: *a
                build: {context: ., args: [A, B=1]}
                ports: ["127.0.0.1:80-81:90-91/udp", {target: 80, published: "${P}"}]
                volumes: ["./a:/b:ro", 'C:\x:/y', {type: bind, source: /a, target: /b}]
                healthcheck: {test: ["CMD-SHELL", "curl -f ${U:-http://x} || exit 1"], interval: 1m30s}
                depends_on: {db: {condition: service_healthy}}
                command: 'run "a b" \'
              db: {image: postgres, deploy: {resources: {limits: {memory: 1g}}}}
            """;
        for (var length = 0; length <= text.Length; length++)
        {
            SourceFile file = new("compose.yaml", text[..length]);
            var artifact = new ComposeReader().Read(new FileSyntax(file)) as ComposeFile;
            foreach (
                var span in (artifact?.Services ?? []).SelectMany(Spans).Concat((artifact?.Problems ?? []).Select(problem => problem.Span))
            )
            {
                Assert.InRange(span.End, span.Start, length);
            }
        }
    }

    private static IEnumerable<SourceSpan> Spans(ComposeService service) =>
        [
            service.Span,
            .. service.Ports.Select(port => port.Span),
            .. service.Volumes.Select(mount => mount.Span),
            .. service.Command?.Words.Select(word => word.Span) ?? [],
        ];
}
