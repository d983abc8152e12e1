using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Variables in a list, <c>- NAME="value"</c>: the quotes are part of the value.</summary>
internal sealed class QuotesInValue : Rule<ComposeService>
{
    // Schemes of URLs that clients parse.
    private static readonly string[] Schemes =
    [
        "postgres",
        "mysql",
        "mariadb",
        "mongodb",
        "redis",
        "amqp",
        "jdbc:",
        "mssql",
        "sqlserver",
        "nats:",
        "http:",
        "https:",
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/quotes-in-value",
            Title = "Quoted value in environment list",
            Area = Area.Configuration,
            Severity = Severity.Medium,
            Rationale = "YAML removes quotes only around a whole item, so the program gets them as part of the value.",
            Holds = "No value in a list is in quotes.",
        };

    public override IEnumerable<ComposeService> Subjects(Deployment deployment) =>
        deployment
            .ComposeStacks.SelectMany(stack => stack.Project.Services)
            .Where(service => service.Environment.Any(variable => variable.IsOfList))
            .DistinctBy(service => service.Span);

    protected override Subject Identify(ComposeService subject) => new(subject.Name.Value, subject.Name.Span);

    protected override IEnumerable<Verdict> Check(ComposeService subject, Deployment deployment)
    {
        var quoted = subject
            .Environment.Where(variable => variable.IsOfList && IsQuoted(variable.Value?.Raw) && !IsForShell(variable))
            .ToList();
        if (quoted.Count == 0)
        {
            yield break;
        }

        var broken = quoted.Find(variable =>
            IsUseless(variable) && !IsUnread(subject, variable, deployment) && !IsHandedOn(variable, deployment)
        );
        var first = broken ?? quoted[0];
        var others = quoted.Count == 1 ? "" : $" ({quoted.Count - 1} more {(quoted.Count == 2 ? "does" : "do")} too)";
        var what = $"{first.Name.Value} in {subject.Name.Value} includes its quotes{others}";
        yield return (
            broken is not null
                ? Fail(first.Span, $"{what}, so it is not a valid URL or port.").As(Severity.High)
                : Warn(first.Span, first.Value?.Literal is null ? $"{what}, so it is not empty even if the variable is unset." : $"{what}.")
        )
            .Related(quoted.Select(variable => variable.Span))
            .Remedy($"Write `- {first.Name.Value}=…` without quotes in {first.Span}, or quote the whole item.")
            .VerifyGone();
    }

    private static bool IsQuoted(string? value) =>
        value is { Length: > 1 } && value[0] is '"' or '\'' && value[^1] == value[0] && value.IndexOf(value[0], 1) == value.Length - 1;

    /// <summary>Start scripts pass such values to a shell, which removes the quotes: <c>POSTGRES_INITDB_ARGS</c>.</summary>
    private static bool IsForShell(ComposeVariable variable) =>
        variable.Name.Value.Split('_')[^1] is "ARGS" or "OPTS" or "OPTIONS" or "FLAGS" or "COMMAND" or "CMD";

    private static bool IsUseless(ComposeVariable variable)
    {
        var name = variable.Name.Value;
        var text = (variable.Value?.Raw ?? "").Trim('"', '\'');
        return (name is "PORT" || name.EndsWith("_PORT", StringComparison.Ordinal)) && text.Length > 0 && text.All(char.IsAsciiDigit)
            || text.Contains("://", StringComparison.Ordinal)
                && Schemes.Any(scheme => text.StartsWith(scheme, StringComparison.Ordinal))
                && (
                    name.EndsWith("_URL", StringComparison.Ordinal)
                    || name.EndsWith("_URI", StringComparison.Ordinal)
                    || name.EndsWith("_DSN", StringComparison.Ordinal)
                );
    }

    /// <summary>A script may write it to a file whose format removes the quotes: <c>echo "url: $API_URL" >> app.yml</c>.</summary>
    private static bool IsHandedOn(ComposeVariable variable, Deployment deployment) =>
        deployment.Of<ShellScript>().Any(script => script.File.Mentions(variable.Name.Value, StringComparison.OrdinalIgnoreCase));

    private static bool IsUnread(ComposeService service, ComposeVariable variable, Deployment deployment) =>
        deployment.Variables.Any(variables =>
            variables.Workload.Name == service.Name.Value && variables.Unread.Any(unread => unread.Name == variable.Name.Value)
        );
}
