using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;

namespace Seaworthy.Rules.Platforms;

/// <summary>A command of fly.toml contains a variable, and no shell expands it.</summary>
internal sealed class VariableNotReplaced : Rule<FlyProcess>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/variable-not-replaced",
            Title = "Unexpanded command variable",
            Area = Area.Platforms,
            Severity = Severity.Critical,
            Rationale = "The process gets the text `$PORT`, not the number, and exits or listens elsewhere.",
            Holds = "The command contains no variable, or a shell runs it.",
        };

    public override IEnumerable<FlyProcess> Subjects(Deployment deployment) => deployment.Of<FlyConfig>().SelectMany(fly => fly.Processes);

    protected override Subject Identify(FlyProcess subject) => new(subject.Name.Value, subject.Name.Span);

    protected override IEnumerable<Verdict> Check(FlyProcess subject, Deployment deployment)
    {
        // In the text of `sh -c '…'` nothing is a variable to us: it is one literal word.
        var word = subject
            .Command.Commands.Take(1)
            .SelectMany(command => command.Words)
            .FirstOrDefault(word => word.Parts.Any(part => part.Kind == ShellPartKind.Variable));
        if (word is not null && !IsShell(subject.Command))
        {
            yield return Fail(
                    subject.Command.Span,
                    $"Fly.io runs the command of {subject.Name.Value} without a shell, so the process gets the text `{word.Raw}`."
                )
                .Remedy($"Write the value itself in {subject.Command.Span}, or let a shell run it: `sh -c '…'`.")
                .VerifyGone();
        }
    }

    private static bool IsShell(PlatformCommand command) => command.Commands is [var first, ..] && ShellPrograms.IsShell(first.Program);
}
