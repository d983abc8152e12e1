using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Platforms;

public sealed class FlyReaderTests
{
    private const string Text = """
        app = 'shop'
        primary_region = 'iad'

        [build]
          dockerfile = "api/Dockerfile"
          build-target = "prod"
          [build.args]
            NODE_VERSION = "20"

        [deploy]
          release_command = "sh -c 'python migrate.py --check || python migrate.py'"
          strategy = "bluegreen"

        [env]
          PORT = '8080'

        [processes]
          app = 'uvicorn main:app --port 8080'
          worker = 'celery -A app worker'

        [[mounts]]
          source = 'data'
          destination = '/app/data'

        [http_service]
          internal_port = 8080
          force_https = true
          min_machines_running = 1
          processes = ['app']

          [[http_service.checks]]
            interval = '15s'
            path = '/health'

        [[services]]
          internal_port = 5432
          protocol = "tcp"
          [[services.ports]]
            port = 5432
            handlers = ["pg_tls"]
          [[services.tcp_checks]]
            interval = "10s"

        [checks.worker]
          type = "http"
          port = 9000
          path = "/alive"

        [[vm]]
          memory_mb = 1024
          processes = ['app']

        [tls]
          auto_renew = true
        """;

    [Fact]
    public void An_app_is_read_whole()
    {
        var fly = PlatformText.Read<FlyConfig>("fly.staging.toml", Text);

        Assert.Equal(
            ("shop", "api/Dockerfile", "prod", "NODE_VERSION"),
            (fly.App?.Value, fly.Build?.Dockerfile?.Value, fly.Build?.Target?.Value, fly.Build?.Args[0].Name.Value)
        );
        Assert.Equal("8080", fly.Env[0].Value?.Value);
        Assert.Equal(["app", "worker"], fly.Processes.Select(process => process.Name.Value));
        Assert.Equal("sh", fly.ReleaseCommand?.Commands[0].Program);
        Assert.Equal(("/app/data", "1024"), (fly.Mounts[0].Destination?.Value, fly.Machines[0].Memory?.Value));
    }

    [Fact]
    public void Services_and_checks_keep_their_ports_and_places()
    {
        var fly = PlatformText.Read<FlyConfig>("fly.toml", Text);
        var http = fly.Services[0];

        Assert.Equal(
            (true, 8080, "8080", "/health"),
            (http.IsHttp, http.InternalPort?.Value, http.InternalPort?.Span.Text, http.Checks[0].Path?.Value)
        );
        Assert.Equal(
            (5432, 5432, "tcp"),
            (fly.Services[1].InternalPort?.Value, fly.Services[1].Ports[0].Port.Value, fly.Services[1].Checks[0].Kind)
        );
        Assert.Equal(("worker", 9000, "/alive"), (fly.Checks[0].Name?.Value, fly.Checks[0].Port?.Value, fly.Checks[0].Path?.Value));
    }

    [Fact]
    public void A_section_that_flyctl_ignores_is_told()
    {
        var problem = Assert.Single(PlatformText.Read<FlyConfig>("fly.toml", Text).Problems);

        Assert.Equal((ProblemKind.UnknownKey, "tls"), (problem.Kind, problem.Span.Text));
    }
}
