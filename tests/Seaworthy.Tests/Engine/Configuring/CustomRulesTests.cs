using Seaworthy.Engine;
using Seaworthy.Engine.Configuring;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;
using Seaworthy.Rules.Custom;
using Seaworthy.Tests.Engine.Suppressing;
using Xunit;

namespace Seaworthy.Tests.Engine.Configuring;

public sealed class CustomRulesTests
{
    private static readonly MemoryFile[] Tree =
    [
        new(
            "compose.prod.yaml",
            """
            services:
              api:
                image: registry.example.com/shop/api:1.4.2
                mem_limit: 512m
                ports: ["8080:80"]
              db:
                image: postgres:17.2
                ports: ["5432:5432"]
              odd:
                image: "${IMAGE:?}"
                mem_limit: 64m
            """
        ),
        new(
            ".github/workflows/ci.yml",
            "on: push\njobs:\n  quick:\n    runs-on: ubuntu-24.04\n    timeout-minutes: 10\n    steps: [{run: make test}]\n  slow:\n    runs-on: ubuntu-24.04\n    steps: [{run: make all}]\n  computed:\n    runs-on: ubuntu-24.04\n    timeout-minutes: ${{ vars.MINUTES }}\n    steps: [{run: make all}]\n"
        ),
        new("web/index.js", "fetch(process.env.API_URL);\nfetch(process.env.OTHER_URL);\n"),
        new("web/package.json", """{"name": "web", "main": "index.js", "scripts": {"start": "node index.js"}}"""),
        new("web/Dockerfile", "FROM node:22.11.0\nCOPY . .\nCMD [\"node\", \"index.js\"]\n"),
        new("web/.env.example", "API_URL=http://api\n"),
        new("compose.yaml", "services: {web: {build: ./web}}\n"),
    ];

    [Theory]
    [InlineData(
        "workload",
        "where: {environment: production}, require: {memory-limit: exists}",
        "FAIL db compose.prod.yaml:6",
        "PASS api",
        "PASS odd"
    )]
    [InlineData(
        "workload",
        "where: {target: compose.prod.yaml}, require: {memory-limit: {above: 100}}",
        "FAIL db",
        "FAIL odd",
        "PASS api compose.prod.yaml:2"
    )]
    [InlineData(
        "workload",
        "where: {target: compose.prod.yaml}, require: {image: 'registry.example.com/*'}",
        "FAIL db",
        "PASS api",
        "UNKNOWN odd"
    )]
    [InlineData("workload", "where: {image: {not: 'registry.*'}, target: '*.prod.yaml'}, require: {published: absent}", "FAIL db")]
    [InlineData("port", "require: {container: {not: [5432, 3306]}}", "FAIL db compose.prod.yaml:8", "PASS api")]
    [InlineData("port", "require: {any: [{workload: api}, {not: {published: {at-least: 1024}}}]}", "FAIL db", "PASS api")]
    [InlineData(
        "image",
        "where: {base: 'false'}, require: {full-name: 'registry.example.com/*'}",
        "FAIL db in compose.prod.yaml",
        "PASS api in compose.prod.yaml"
    )]
    [InlineData(
        "job",
        "require: {timeout-minutes: {at-most: 60}}",
        "FAIL ci.yml: slow .github/workflows/ci.yml:7",
        "PASS ci.yml: quick",
        "UNKNOWN ci.yml: computed"
    )]
    [InlineData("step", "require: {run: 'make test'}", "FAIL ci.yml: slow", "FAIL ci.yml: computed", "PASS ci.yml: quick")]
    [InlineData(
        "variable",
        "where: {name: '*_URL'}, require: {documented: '*.example'}",
        "FAIL OTHER_URL web/index.js:2",
        "PASS API_URL web/index.js:1"
    )]
    public void A_rule_is_asked_of_the_model(string subject, string conditions, params string[] expected)
    {
        var verdicts = Run(Rule(subject, conditions)).Findings.Where(finding => finding.Rule.Id == "custom/own").ToList();

        Assert.Equal(expected.Length, verdicts.Count);
        Assert.All(
            expected,
            line =>
                Assert.Contains(
                    verdicts,
                    finding =>
                        $"{finding.Outcome.ToString().ToUpperInvariant()} {finding.Verdict.Subject} {finding.Primary.Span}".StartsWith(
                            line,
                            StringComparison.Ordinal
                        )
                )
        );
    }

    [Fact]
    public void Its_words_area_and_severity_are_those_of_the_file()
    {
        var finding = Run(
            Rule(
                "workload",
                "where: {name: db}, require: {memory-limit: exists}, message: '{name} of {target} takes {memory-limit}', remedy: 'Limit {name}.'"
            )
        )
            .Findings.Single(finding => finding.Rule.Id == "custom/own");

        Assert.Equal(("db of compose.prod.yaml takes nothing.", "Limit db."), (finding.Verdict.Message, finding.Verdict.Remediation));
        Assert.Equal(
            (Area.Scaling, Severity.High, "Own", "Because."),
            (finding.Rule.Area, finding.Severity, finding.Rule.Title, finding.Rule.Rationale)
        );
    }

    [Fact]
    public void It_closes_the_gate_is_advice_where_it_says_so_and_can_be_turned_off_and_accepted()
    {
        var rule = Rule("job", "require: {timeout-minutes: exists}");

        Assert.Contains(Run(rule).Blocking, finding => finding.Rule.Id == "custom/own");
        Assert.DoesNotContain(
            Run(Rule("job", "outcome: warn, require: {timeout-minutes: exists}")).Blocking,
            finding => finding.Rule.Id == "custom/own"
        );
        Assert.DoesNotContain(Run(rule, "rules: {custom/own: off}").Findings, finding => finding.Rule.Id == "custom/own");
        Assert.Contains(Run(rule, "suppressions: [{rule: custom/own, reason: x}]").Suppressed, finding => finding.Rule.Id == "custom/own");
    }

    [Theory]
    [InlineData("rules:\n- {id: a}", "policy/own.yaml:2:3: the rule lacks 'title'")]
    [InlineData("rule: []", "policy/own.yaml:1:1: there is no key 'rule'; did you mean 'rules'?")]
    [InlineData("workload|require: {memory-limt: exists}", "there is no property 'memory-limt'; did you mean 'memory-limit'?")]
    [InlineData("workload|require: {name: {above: 3}}", "name is not a number, so 'above' does not apply")]
    [InlineData("workload|require: {replicas: {above: many}}", "above needs a number")]
    [InlineData("workload|require: {replicas: {abov: 3}}", "there is no test 'abov'; did you mean 'above'?")]
    [InlineData("workload|require: {}", "a condition needs a property")]
    [InlineData("workload|require: {any: {name: a}}", "any needs a list, each item after '- '")]
    [InlineData("workload|require: {name: a}, message: 'see {naem}'", "text in braces cannot be 'naem'; did you mean 'name'?")]
    [InlineData("workloads|require: {name: a}", "subject cannot be 'workloads'; did you mean 'workload'?")]
    [InlineData("workload|require: {name: a}, wehre: {name: b}", "there is no key 'wehre'; did you mean 'where'?")]
    [InlineData("workload|require: {name: a}, outcome: error", "outcome cannot be 'error'; there is fail, warn")]
    public void What_is_not_understood_is_told_with_file_line_and_what_was_meant(string text, string complaint)
    {
        var parts = text.Split('|', 2);
        var faults = Settings(parts.Length == 1 ? text : Rule(parts[0], parts[1])).Faults;

        Assert.Contains(
            faults,
            fault =>
                $"{fault.Span.File.Path}:{fault.Span.StartLine}:{fault.Span.StartColumn}: {fault.Message}".Contains(
                    complaint,
                    StringComparison.Ordinal
                )
        );
        Assert.All(faults, fault => Assert.Equal("policy/own.yaml", fault.Span.File.Path));
    }

    [Fact]
    public void A_file_that_is_not_there_and_an_id_that_is_taken_are_faults()
    {
        Assert.Equal(
            ["'other/*.yaml' names no file of the repository"],
            Settings("", "custom: [other/*.yaml]").Faults.Select(fault => fault.Message)
        );
        Assert.Equal(
            ["there is a rule 'own' already"],
            Settings(Rule("job", "require: {name: a}") + Rule("job", "require: {name: a}")[7..]).Faults.Select(fault => fault.Message)
        );
    }

    [Fact]
    public void The_document_names_every_subject_and_property()
    {
        var document = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "custom-rules.md"));

        Assert.All(PolicyVocabulary.Subjects, subject => Assert.Contains($"| `{subject.Key}`: ", document, StringComparison.Ordinal));
        Assert.All(
            PolicyVocabulary.Subjects.SelectMany(subject => subject.Value),
            property =>
                Assert.Contains(
                    $"| `{property.Name}` | {property.Description}{(property.IsNumber ? " (number)" : "")} |",
                    document,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void The_rules_of_the_document_are_understood()
    {
        var document = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "custom-rules.md"));
        var start = document.IndexOf("# policy/rules.yaml", StringComparison.Ordinal);

        var settings = Settings(document[start..document.IndexOf("```", start, StringComparison.Ordinal)]);

        Assert.Empty(settings.Faults);
        Assert.Equal(5, settings.Custom.Count);
    }

    private static string Rule(string subject, string rest) =>
        $"rules:\n- {{id: own, title: Own, area: scaling, severity: high, rationale: Because., subject: {subject}, {rest}}}\n";

    private static AuditSettings Settings(string rules, string settings = "custom: [policy/*.yaml]")
    {
        using MemoryRepository repository = new([.. Tree, new("policy/own.yaml", rules), new("seaworthy.yaml", settings)]);
        return SettingsReading.In(repository, repository.List().Tree);
    }

    private static Report Run(string rules, string settings = "") =>
        Audited.Run([.. Tree, new("policy/own.yaml", rules), new("seaworthy.yaml", $"custom: [policy/*.yaml]\n{settings}")]);
}
