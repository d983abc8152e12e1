using Seaworthy.Engine;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.Engine.Judging;

/// <summary>Where a file is used: what its head, documents, editors, comments and servers say.</summary>
public sealed class ScopesTests
{
    private const string Stack = "services:\n  api:\n    build: .\n    volumes:\n      - ./conf.ini:/etc/app/conf.ini\n";

    private static readonly MemoryFile Program = new("Dockerfile", "FROM alpine:3.20\nCMD [\"sleep\", \"1\"]\n");

    [Theory]
    [InlineData("# Docker Compose for Local Development\n", Scope.Development)]
    [InlineData("# Docker Compose for local development and production\n", Scope.Any)]
    [InlineData("# The whole stack\n", Scope.Any)]
    public void The_head_of_a_compose_file_says_what_it_is_for(string head, Scope expected) =>
        Assert.Equal(expected, ScopeOf("compose.yaml", Program, new("compose.yaml", head + Stack)));

    [Theory]
    [InlineData("├── compose.yaml   # Development environment\n", Scope.Development)]
    [InlineData("- `compose.yaml`: development, and production behind a proxy\n", Scope.Any)]
    [InlineData("- `compose.yaml`: what we deploy\n", Scope.Any)]
    [InlineData("- `other/compose.yaml`: development\n", Scope.Any)]
    public void A_line_of_a_document_says_what_a_compose_file_is_for(string line, Scope expected) =>
        Assert.Equal(expected, ScopeOf("compose.yaml", Program, new("compose.yaml", Stack), new("README.md", line)));

    [Theory]
    [InlineData("Development", Scope.Development)]
    [InlineData("Production", Scope.Any)]
    public void The_mode_of_a_framework_says_what_a_stack_is_for(string mode, Scope expected) =>
        Assert.Equal(
            expected,
            ScopeOf("compose.yaml", Program, new("compose.yaml", $"{Stack}    environment:\n      ASPNETCORE_ENVIRONMENT: {mode}\n"))
        );

    [Fact]
    public void Visual_Studio_starts_the_stack_beside_its_project() =>
        Assert.Equal(
            Scope.Development,
            ScopeOf(
                "compose.yaml",
                Program,
                new("compose.yaml", Stack),
                new("docker-compose.dcproj", "<Project Sdk=\"Microsoft.Docker.Sdk\" />\n")
            )
        );

    [Theory]
    [InlineData("include:\n  # - ./api/api.yaml\n  - ./db.yaml\n", Scope.Sample)]
    [InlineData("include:\n  - ./api/api.yaml\n  - ./db.yaml\n", Scope.Any)]
    public void A_compose_file_that_is_included_only_in_a_comment_is_switched_off(string root, Scope expected) =>
        Assert.Equal(
            expected,
            ScopeOf(
                "api/api.yaml",
                new("compose.yaml", root),
                new("db.yaml", "services:\n  db:\n    image: redis:7.4\n"),
                new("api/Dockerfile", Program.Text),
                new("api/api.yaml", Stack)
            )
        );

    [Theory]
    [InlineData("resources:\n  - app\n#  - cache\n", Scope.Sample)]
    [InlineData("resources:\n  - app\n  - cache\n", Scope.Any)]
    public void A_kustomization_that_only_a_switched_off_one_takes_in_is_off_too(string root, Scope expected) =>
        Assert.Equal(
            expected,
            ScopeOf(
                "base/cache/kustomization.yaml",
                new("cluster/kustomization.yaml", root),
                new("cluster/app/kustomization.yaml", "resources: []\n"),
                new("cluster/cache/kustomization.yaml", "resources:\n  - ../../base/cache\n"),
                new("base/cache/kustomization.yaml", "resources:\n  - missing.yaml\n")
            )
        );

    [Fact]
    public void No_build_takes_a_launch_profile_along() =>
        Assert.Equal(
            Scope.Development,
            ScopeOf("api/Properties/launchSettings.json", new MemoryFile("api/Properties/launchSettings.json", "{ \"profiles\": { } z\n"))
        );

    [Theory]
    [InlineData("Dockerfile.production", Scope.Development)]
    [InlineData("Dockerfile.worker", Scope.Any)]
    public void A_Dockerfile_that_nothing_builds_is_for_development_beside_one_for_production(string other, Scope expected) =>
        Assert.Equal(
            expected,
            ScopeOf("Dockerfile", new MemoryFile("Dockerfile", "FROM alpine:3.20\nCOPY gone.txt /\n"), new(other, Program.Text))
        );

    [Fact]
    public void What_a_play_of_Ansible_puts_beside_a_compose_file_is_not_known()
    {
        const string play =
            "- hosts: web\n  tasks:\n    - name: copy\n      ansible.builtin.copy:\n        src: compose.prod.yaml\n        dest: ./app/compose.prod.yaml\n";

        using MemoryRepository repository = new([Program, new("compose.prod.yaml", Stack), new("play.yaml", play)]);

        Assert.DoesNotContain(
            Audit.Run(repository).Findings,
            finding => finding.Rule.Id == "orchestration/bind-source-missing" && finding.Verdict.Outcome == Outcome.Fail
        );
    }

    [Fact]
    public void The_steps_of_a_job_that_never_runs_stop_nobody()
    {
        const string workflow =
            "on:\n  push:\n    branches: [main]\njobs:\n  release:\n    if: startsWith(github.ref, 'refs/tags/')\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/upload-artifact@v2\n        with:\n          path: out\n";

        using MemoryRepository repository = new([new(".github/workflows/ci.yml", workflow)]);
        var findings = Audit.Run(repository).Findings;

        Assert.Equal(Severity.Low, findings.Single(finding => finding.Rule.Id == "pipelines/retired-action").Severity);
        Assert.True(findings.Single(finding => finding.Rule.Id == "pipelines/job-never-runs").Severity >= Severity.High);
    }

    [Theory]
    [InlineData("flyctl deploy --remote-only", "", Scope.Development)]
    [InlineData("kubectl apply -f k8s", "", Scope.Any)]
    [InlineData("flyctl deploy --remote-only", "Run `kubectl apply -f k8s` once.\n", Scope.Any)]
    public void Manifests_that_nothing_applies_are_not_production_where_a_pipeline_deploys_otherwise(
        string command,
        string document,
        Scope expected
    )
    {
        const string manifest =
            "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: api\nspec:\n  selector: { matchLabels: { app: api } }\n  template:\n    metadata: { labels: { app: api } }\n    spec:\n      containers:\n        - name: api\n          image: ghcr.io/acme/api:latest\n          envFrom:\n            - secretRef: { name: api-secrets }\n";
        var workflow =
            $"on:\n  push:\n    branches: [main]\njobs:\n  deploy:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v5\n      - run: {command}\n";

        Assert.Equal(
            expected,
            ScopeOf(
                "k8s/api.yaml",
                Program,
                new("k8s/api.yaml", manifest),
                new(".github/workflows/deploy.yml", workflow),
                new("fly.toml", "app = \"api\"\n"),
                new("README.md", document + "# Api\n")
            )
        );
    }

    private static Scope ScopeOf(string path, params MemoryFile[] files)
    {
        using MemoryRepository repository = new(files);
        return Audit
            .Run(repository)
            .Findings.First(finding => finding.IsFault && finding.Verdict.Locations[0].Span.File.Path == path)
            .Verdict.Scope.Scope;
    }
}
