using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Variables of a list, <c>- NAME="value"</c>: the quotes are part of the value.</summary>
internal sealed class QuotesInValue : Rule<ComposeService>
{
    // Clients that take an address apart: it begins with its scheme, or it is none.
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
            Title = "Quotes inside the value of a variable",
            Area = Area.Configuration,
            Severity = Severity.Medium,
            Rationale =
                "YAML takes quotes off a whole item only: the program gets them as letters, an empty value is two of them, and no address begins with one.",
            Holds = "No value of a list begins and ends with quotes.",
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
        var others = quoted.Count == 1 ? "" : $", and so of {quoted.Count - 1} more";
        var what = $"{subject.Name.Value} gets the quotes as part of the value of {first.Name.Value}{others}";
        yield return (
            broken is not null
                ? Fail(first.Span, $"{what}: nothing that begins with a quote is an address or a port.").As(Severity.High)
                : Warn(
                    first.Span,
                    first.Value?.Literal is null
                        ? $"{what}: a variable that is not set becomes two quotes, which is not empty."
                        : $"{what}: they are letters like any other."
                )
        )
            .Related(quoted.Select(variable => variable.Span))
            .Remedy($"Write `- {first.Name.Value}=…` without them, or put the whole item in quotes, in {first.Span}.")
            .VerifyGone();
    }

    private static bool IsQuoted(string? value) =>
        value is { Length: > 1 } && value[0] is '"' or '\'' && value[^1] == value[0] && value.IndexOf(value[0], 1) == value.Length - 1;

    /// <summary>Start scripts hand such words to a shell, which takes the quotes off: <c>POSTGRES_INITDB_ARGS</c>.</summary>
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

    /// <summary>A script writes it into a file whose format takes quotes off, for all that can be told: <c>echo "url: $API_URL" >> app.yml</c>.</summary>
    private static bool IsHandedOn(ComposeVariable variable, Deployment deployment) =>
        deployment.Of<ShellScript>().Any(script => script.File.Mentions(variable.Name.Value, StringComparison.OrdinalIgnoreCase));

    private static bool IsUnread(ComposeService service, ComposeVariable variable, Deployment deployment) =>
        deployment.Variables.Any(variables =>
            variables.Workload.Name == service.Name.Value && variables.Unread.Any(unread => unread.Name == variable.Name.Value)
        );
}
