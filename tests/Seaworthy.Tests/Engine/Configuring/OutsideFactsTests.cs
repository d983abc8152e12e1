using Seaworthy.Engine;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;
using Seaworthy.Tests.Engine.Suppressing;
using Xunit;

namespace Seaworthy.Tests.Engine.Configuring;

/// <summary>What a configuration tells of the world outside enters the model, and the rules answer by their own logic.</summary>
public sealed class OutsideFactsTests
{
    private static readonly MemoryFile Program = new(
        "api/index.js",
        "const key = process.env.STRIPE_KEY;\nif (!key) { throw new Error('STRIPE_KEY is required'); }\nconst store = process.env.DATABASE_URL;\nrequire('express')().listen(3000);\n"
    );

    private static readonly MemoryFile Package = new(
        "api/package.json",
        """{"name": "api", "main": "index.js", "scripts": {"start": "node index.js"}, "dependencies": {"express": "4"}}"""
    );

    private static readonly MemoryFile Dockerfile = new(
        "api/Dockerfile",
        "FROM node:22\nWORKDIR /app\nCOPY . .\nCOPY certs/server.pem /certs/\nRUN npm install\nCMD [\"node\", \"index.js\"]\n"
    );

    private static readonly MemoryFile Compose = new(
        "compose.yaml",
        """
        services:
          api:
            build: ./api
            image: example/api:${TAG}
            environment:
              DATABASE_URL: postgres://app@maindb:5432/app
        """
    );

    [Fact]
    public void Without_them_the_tree_is_judged_as_it_is()
    {
        var report = Run("gate: high");

        Assert.Equal(Outcome.Fail, Outcomes(report, "ports/host-unresolved").Single());
        Assert.Equal(Outcome.Fail, Outcomes(report, "configuration/required-variable-undefined").Single());
        Assert.Equal(Outcome.Fail, Outcomes(report, "containers/copy-source-missing").Max());
        Assert.Equal(Outcome.Warn, Outcomes(report, "orchestration/undefined-variable").Single());
    }

    [Fact]
    public void They_refute_what_rests_on_what_the_tree_lacks_and_a_pass_quotes_them()
    {
        var report = Run(
            """
            facts:
              hosts: [MAIN*]
              variables: {"*": [TAG], api: [STRIPE_KEY]}
              files: [api/certs/server.pem]
            """
        );

        Assert.Equal("seaworthy.yaml:2", Told(report, "ports/host-unresolved"));
        Assert.Equal("seaworthy.yaml:3", Told(report, "configuration/required-variable-undefined"));
        Assert.Equal("seaworthy.yaml:4", Told(report, "containers/copy-source-missing"));
        Assert.Equal([Outcome.Pass], Outcomes(report, "orchestration/undefined-variable"));
        Assert.Empty(report.Told(DiagnosticKind.FactUnused));
        Assert.Equal(["The configuration tells 4 facts that no file shows."], report.Told(DiagnosticKind.FindingsLeftOut));
        var given = report.Deployment.Workloads.Single().Supplied.Single(variable => variable.Name == "STRIPE_KEY");
        Assert.Equal((SupplyOrigin.Stated, 3), (given.Origin, given.Span.StartLine));
    }

    [Theory]
    [InlineData("hosts: [cache]", "is of the host cache, which no address names: remove it.")]
    [InlineData("hosts: [api]", "is of the host api, which no address names: remove it.")]
    [InlineData("variables: {apii: [STRIPE_KEY]}", "is of STRIPE_KEY for apii, but nothing runs one of that name; did you mean api?")]
    [InlineData("variables: [NEVER_NAMED]", "is of NEVER_NAMED, which no file that was read names: remove it.")]
    [InlineData("variables: [DATABASE_URL]", "is of DATABASE_URL, which the repository gives itself (compose.yaml:6): remove it.")]
    [InlineData("files: [api/index.js]", "is of api/index.js, which nothing looks for in vain: remove it.")]
    [InlineData("objects: [secret/keys]", "is of secret/keys, which nothing looks for in vain: remove it.")]
    [InlineData(
        "capabilities: [structured-logs]",
        "is of structured-logs, which the repository shows itself, or does not need: remove it."
    )]
    public void One_that_nothing_asks_for_is_told(string fact, string told)
    {
        Assert.Equal([$"The fact in line 1 {told}"], Run($"facts: {{{fact}}}").Told(DiagnosticKind.FactUnused));
    }

    [Fact]
    public void A_file_that_dockerignore_keeps_out_stays_out()
    {
        var report = Audited.Run([
            Program,
            Package,
            Dockerfile,
            Compose,
            new("api/.dockerignore", "certs\n"),
            new("api/certs/server.pem", "x"),
            new("seaworthy.yaml", "facts: {files: [api/certs]}"),
        ]);

        Assert.Contains(Outcome.Fail, Outcomes(report, "containers/copy-source-missing"));
    }

    [Fact]
    public void What_the_tree_gives_itself_is_nearer()
    {
        var report = Run("facts: {variables: [DATABASE_URL]}");

        var given = Assert.Single(report.Deployment.Workloads.Single().Supplied, variable => variable.Name == "DATABASE_URL");
        Assert.Equal("compose.yaml", given.Span.File.Path);
    }

    [Fact]
    public void Objects_of_a_cluster_are_there_when_they_are_told()
    {
        MemoryFile pods = new(
            "k8s/api.yaml",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: api}
            spec:
              selector: {matchLabels: {app: api}}
              template:
                metadata: {labels: {app: api}}
                spec:
                  serviceAccountName: runner
                  containers:
                    - name: api
                      image: example/api:1.0.0
                      envFrom:
                        - configMapRef: {name: settings}
                        - secretRef: {name: keys}
            """
        );

        var before = Audited.Run([pods]);
        var after = Audited.Run([
            pods,
            new("seaworthy.yaml", "facts: {objects: [configmap/settings, secret/keys, serviceaccount/runner]}"),
        ]);

        Assert.Equal(
            [Outcome.Warn, Outcome.Warn, Outcome.Unknown],
            Outcomes(before, "orchestration/pod-reference-undefined").OrderDescending()
        );
        Assert.All(Outcomes(after, "orchestration/pod-reference-undefined"), outcome => Assert.Equal(Outcome.Pass, outcome));
        Assert.Empty(after.Told(DiagnosticKind.FactUnused));
    }

    [Fact]
    public void A_capability_that_is_told_is_present_with_its_place()
    {
        MemoryFile compose = new(
            "compose.prod.yaml",
            """
            services:
              api: {build: ./api, restart: always, ports: ["443:3000"], environment: {STRIPE_KEY: "${STRIPE_KEY:?}"}}
              db: {image: "postgres:17.2", restart: always, volumes: ["data:/var/lib/postgresql/data"], environment: {POSTGRES_PASSWORD: "${P:?}"}}
            volumes: {data: {}}
            """
        );
        MemoryFile workflow = new(
            ".github/workflows/deploy.yml",
            "on: push\njobs:\n  deploy:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v4\n      - run: ssh app@shop.example.com docker compose -f compose.prod.yaml up -d\n"
        );

        var before = Audited.Run([Program, Package, Dockerfile, compose, workflow]);
        var after = Audited.Run([
            Program,
            Package,
            Dockerfile,
            compose,
            workflow,
            new("seaworthy.yaml", "facts: {capabilities: [store-backup]}"),
        ]);

        Assert.Equal([Outcome.Warn], Outcomes(before, "backup/store-not-backed-up"));
        Assert.Equal([Outcome.Pass], Outcomes(after, "backup/store-not-backed-up"));
    }

    private static Report Run(string settings) => Audited.Run([Program, Package, Dockerfile, Compose, new("seaworthy.yaml", settings)]);

    private static IReadOnlyList<Outcome> Outcomes(Report report, string rule) =>
        [.. report.Findings.Where(finding => finding.Rule.Id == rule).Select(finding => finding.Outcome)];

    private static string? Told(Report report, string rule) =>
        report
            .Findings.Where(finding => finding.Rule.Id == rule && finding.Outcome == Outcome.Pass)
            .SelectMany(finding => finding.Verdict.Locations)
            .FirstOrDefault(location => location.Span.File.Path == "seaworthy.yaml")
            ?.Span.ToString();
}
