using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers.Settings;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Settings;

public sealed class SettingsReaderTests
{
    private static readonly SettingsWords Words = new(
        ["files/duplicate-key", "ports/host-port-conflict"],
        ["ports-and-health", "documentation"],
        ["critical", "high", "medium", "low"],
        ["critical", "high", "medium", "low", "never"]
    )
    {
        Packs = ["startup", "regulated"],
    };

    [Fact]
    public void All_that_can_be_said_is_read()
    {
        var read = Read(
            """
            # how we audit
            gate: critical
            rules:
              files/duplicate-key: off
              ports/host-port-conflict:
                severity: low
            areas:
              documentation: "off"
            paths:
              exclude: [docs/**, legacy]
            suppressions:
              - rule: files/duplicate-key
                path: a/*.yaml
                subject: api
                fingerprint: "0123456789abcdef"
                reason: |
                  the loader takes
                  the last
                until: 2027-01-31
            """
        );

        Assert.Empty(read.Problems);
        Assert.Equal("critical", read.Gate);
        Assert.Equal([new RuleSetting("files/duplicate-key", null), new RuleSetting("ports/host-port-conflict", "low")], read.Rules);
        Assert.Equal(["documentation"], read.AreasOff);
        Assert.Equal(["docs/**", "legacy"], read.ExcludedPaths.Select(glob => glob.Text));
        var suppression = Assert.Single(read.Suppressions);
        Assert.Equal(
            ("files/duplicate-key", "a/*.yaml", "api", "0123456789abcdef", "the loader takes the last", new DateOnly(2027, 1, 31)),
            (suppression.Rule, suppression.Path?.Text, suppression.Subject, suppression.Fingerprint, suppression.Reason, suppression.Until)
        );
    }

    [Fact]
    public void Environments_are_read()
    {
        var read = Read(
            """
            environments:
              production:
                hosts: [ssh://me@a.example, ssh://me@b.example]
                compose: [compose.yaml, ./deploy/compose.prod.yaml]
                env-files: [.env.production]
                domain: shop.example
                batch: 2
                max-failures: 1
              staging:
                target: k8s/staging
                domain: {web: staging.example, api: api.staging.example}
            """
        );

        Assert.Empty(read.Problems);
        var (production, staging) = (read.Facts.Environments[0], read.Facts.Environments[1]);
        Assert.Equal(["ssh://me@a.example", "ssh://me@b.example"], production.Hosts.Select(host => host.Value));
        Assert.Equal(["compose.yaml", "deploy/compose.prod.yaml"], production.ComposeFiles.Select(file => file.Value));
        Assert.Equal([".env.production"], production.EnvFiles.Select(file => file.Value));
        Assert.Equal(("shop.example", null), (production.Domains[0].Hosts.Value, production.Domains[0].Service));
        Assert.Equal((2, 1), (production.Batch, production.MaxFailures));
        Assert.Equal(("k8s/staging", null), (staging.Target?.Value, staging.Batch));
        Assert.Equal(
            [("web", "staging.example"), ("api", "api.staging.example")],
            staging.Domains.Select(domain => (domain.Service, domain.Hosts.Value))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("{}")]
    public void A_file_that_says_nothing_says_nothing_wrong(string text) => Assert.Empty(Read(text).Problems);

    [Theory]
    [InlineData("gat: high", "1:1: there is no key 'gat'; did you mean 'gate'?")]
    [InlineData("gate: hihg", "1:7: gate cannot be 'hihg'; did you mean 'high'?")]
    [InlineData(
        "environments: {Prod: {}}",
        "1:16: 'Prod' is no name of an environment: lower-case letters, digits and hyphens, 40 at most"
    )]
    [InlineData("environments: {prod: {host: []}}", "1:23: there is no key 'host'; did you mean 'hosts'?")]
    [InlineData("environments: {prod: {batch: 0}}", "1:30: batch cannot be '0': write a number from 1 on")]
    [InlineData(
        "environments: {prod: {compose: [../a.yaml]}}",
        "1:33: '../a.yaml' is no file of the repository: write its path from the directory of this file"
    )]
    [InlineData("environments: {prod: {compose: [a.yaml], target: b}}", "1:50: target and compose exclude each other: name one of them")]
    [InlineData("gate: [high]", "1:7: gate needs a text")]
    [InlineData("gate:", "1:6: gate needs a text")]
    [InlineData("- gate", "1:1: the configuration needs keys and values")]
    [InlineData("rules: [a]", "1:8: rules needs keys and values")]
    [InlineData("rules:\n  duplicate-key: off", "2:3: there is no rule 'duplicate-key'; did you mean 'files/duplicate-key'?")]
    [InlineData("rules:\n  files/duplicate-key: yes", "2:3: files/duplicate-key needs 'off', 'on' or 'severity: …' below it")]
    [InlineData("extends: regulatd", "1:10: a pack cannot be 'regulatd'; did you mean 'regulated'?")]
    [InlineData("rules:\n  files/duplicate-key: {severty: low}", "2:25: there is no key 'severty'; did you mean 'severity'?")]
    [InlineData("areas: {documentaton: off}", "1:9: there is no area 'documentaton'; did you mean 'documentation'?")]
    [InlineData("paths: {exclude: /docs}", "1:18: exclude needs a list, each item after '- '")]
    [InlineData(
        "paths: {exclude: [/docs]}",
        "1:19: the path '/docs' matches no path: write it from the root, with /, as in 'docs/**' or '**/fixtures'"
    )]
    [InlineData("facts: {hots: [a]}", "1:9: there is no kind of fact 'hots'; did you mean 'hosts'?")]
    [InlineData("facts: {hosts: ['a:5432']}", "1:17: 'a:5432' is not a host: write only its name, as in 'db.internal' or '*.corp'")]
    [InlineData("facts: {objects: [secrt/a]}", "1:19: the kind of an object cannot be 'secrt'; did you mean 'secret'?")]
    [InlineData("facts: {variables: {api: [A=b]}}", "1:27: 'A=b' is not a variable name: leave out the value")]
    [InlineData("suppressions:\n- {rule: files/duplicate-key}", "2:3: the suppression lacks 'reason'")]
    [InlineData("suppressions:\n- {rule: files/duplicate-key, reason: ' '}", "2:39: reason needs a text")]
    [InlineData(
        "suppressions:\n- {rule: files/duplicate-key, reason: x, until: 2027-02-30}",
        "2:49: until '2027-02-30' is not a date: write it as 2027-01-31"
    )]
    [InlineData("gate: low\n---\ngate: high", "3:1: the configuration must be a single document, without '---'")]
    public void What_is_not_understood_is_told_with_its_place_and_what_was_meant(string text, string complaint)
    {
        var problem = Assert.Single(Read(text).Problems);

        Assert.Equal(complaint, $"{problem.Span.StartLine}:{problem.Span.StartColumn}: {problem.Message}");
    }

    [Theory]
    [InlineData("gate: high\ngate: low\n")]
    [InlineData("rules: {\n")]
    [InlineData("a: b: c\n")]
    public void What_no_YAML_reader_takes_is_refused(string text) => Assert.NotEmpty(Read(text).Problems);

    private static SettingsFile Read(string text) => SettingsReader.Read(new SourceFile("seaworthy.yaml", text), Words);
}
