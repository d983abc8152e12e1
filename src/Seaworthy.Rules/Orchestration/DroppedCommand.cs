using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose command has a shell operator, or CMD-SHELL has more than one string: the rest is dropped.</summary>
internal sealed class DroppedCommand : Rule<DroppedCommand.Started>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/dropped-command",
            Title = "Truncated Compose command",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Rationale = "The dropped part never runs, and Compose does not report it.",
            Holds = "The whole command runs.",
        };

    public override IEnumerable<Started> Subjects(Deployment deployment) =>
        from file in deployment.Of<ComposeFile>()
        from service in file.Services
        from command in new[] { service.Command, service.Entrypoint, service.Healthcheck?.Test }
        where command is { IsNull: false, IsEmpty: false }
        select new Started(service, command);

    protected override Subject Identify(Started subject) => new(subject.Service.Name.Value, subject.Command.Span);

    protected override IEnumerable<Verdict> Check(Started subject, Deployment deployment)
    {
        // A trailing operator is dropped without harm.
        if (subject.Command.Dropped is not { } dropped || !dropped.Value.Any(char.IsLetterOrDigit) || IsBlank(dropped.Value))
        {
            yield break;
        }

        if (ReferenceEquals(subject.Command, subject.Service.Healthcheck?.Test))
        {
            yield return Fail(
                    dropped.Span,
                    $"CMD-SHELL takes one string, so the health check of {subject.Service.Name.Value} runs `{subject.Command.Raw}` and drops `{Short(dropped)}`."
                )
                .Related(subject.Command.Span)
                .Remedy($"Replace CMD-SHELL with CMD in {subject.Command.Span}, or write the command as one string.")
                .VerifyGone();
        }
        else
        {
            yield return Fail(
                    dropped.Span,
                    $"Compose runs the command of {subject.Service.Name.Value} without a shell and drops `{Short(dropped)}`."
                )
                .Related(subject.Command.Span)
                .Remedy(
                    TakesText(subject.Service)
                        ? $"Write it as a list of one text in {subject.Command.Span}: `[\"…\"]`. The entry point is the shell already."
                        : $"Write it as a list with a shell in {subject.Command.Span}: `[\"sh\", \"-c\", \"…\"]`."
                )
                .VerifyGone();
        }
    }

    /// <summary>The entry point is a shell that takes a text: <c>["/bin/sh", "-c"]</c>.</summary>
    private static bool TakesText(ComposeService service) => service.Entrypoint is { Words: [.., { Literal: "-c" or "-ec" }] };

    /// <summary>A placeholder, not a redirection: <c>&lt;token here&gt;</c>.</summary>
    private static bool IsBlank(string dropped) =>
        dropped.Trim() is ['<', .. var words, '>'] && words.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_');

    private static string Short(Fact<string> dropped)
    {
        var line = dropped.Value.Split('\n')[0].Trim();
        return line.Length > 60 ? line[..60] + "…" : line;
    }

    /// <summary>A command of a service.</summary>
    internal sealed record Started(ComposeService Service, ComposeCommand Command);
}
