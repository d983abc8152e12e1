using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose command text holds a shell operator, or a check for a shell more than its one text: what follows is dropped.</summary>
internal sealed class DroppedCommand : Rule<DroppedCommand.Started>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/dropped-command",
            Title = "Command of which Compose drops a part",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Rationale = "No shell runs the command: Compose drops everything from the first shell operator on, without a word.",
            Holds = "The command is run as it is written.",
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
        // An operator behind which nothing stands is dropped, and nobody misses it.
        if (subject.Command.Dropped is not { } dropped || !dropped.Value.Any(char.IsLetterOrDigit) || IsBlank(dropped.Value))
        {
            yield break;
        }

        if (ReferenceEquals(subject.Command, subject.Service.Healthcheck?.Test))
        {
            yield return Fail(
                    dropped.Span,
                    $"CMD-SHELL takes one text: the check of {subject.Service.Name.Value} runs `{subject.Command.Raw}`, and `{Short(dropped)}` is dropped."
                )
                .Related(subject.Command.Span)
                .Remedy($"Write CMD for CMD-SHELL in {subject.Command.Span}, or the command as one text.")
                .VerifyGone();
        }
        else
        {
            yield return Fail(
                    dropped.Span,
                    $"Compose runs no shell for the command of {subject.Service.Name.Value}: `{Short(dropped)}` is dropped."
                )
                .Related(subject.Command.Span)
                .Remedy($"Write it as a list with a shell in {subject.Command.Span}: `[\"sh\", \"-c\", \"…\"]`.")
                .VerifyGone();
        }
    }

    /// <summary>To be filled in, and no redirection: <c>&lt;token here&gt;</c>.</summary>
    private static bool IsBlank(string dropped) =>
        dropped.Trim() is ['<', .. var words, '>'] && words.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_');

    private static string Short(Fact<string> dropped)
    {
        var line = dropped.Value.Split('\n')[0].Trim();
        return line.Length > 60 ? line[..60] + "…" : line;
    }

    /// <summary>What a service starts.</summary>
    internal sealed record Started(ComposeService Service, ComposeCommand Command);
}
