using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary><c>kubectl run --rm</c> without attaching to the pod.</summary>
internal sealed class RemovalWithoutAttach : Rule<CommandSite>
{
    private static readonly string[] Attaching = ["-i", "--stdin", "--stdin=true", "-it", "-ti", "--attach", "--attach=true"];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "removal-without-attach",
            "kubectl run cannot remove",
            Severity.High,
            "kubectl refuses the command with `--rm should only be used for attached containers`: the migration or check in the pod never runs.",
            "The command attaches to the pod that it removes."
        );

    public override IEnumerable<CommandSite> Subjects(Deployment deployment) =>
        deployment.Commands.Where(site =>
            site.Known.OfType<KubectlCommand>().Any(kubectl => kubectl.Verb == "run")
            && site.Command.Words.Any(word => word.Literal is "--rm" or "--rm=true")
        );

    protected override Subject Identify(CommandSite subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(CommandSite subject, Deployment deployment)
    {
        // Behind "--" stand the words of the pod's own command.
        var words = subject.Command.Words.TakeWhile(word => word.Literal != "--").ToList();
        if (words.Exists(word => Attaching.Contains(word.Literal) || (word.Literal is null && word.Raw is ['$', ..])))
        {
            yield break;
        }

        var removal = words.Find(word => word.Literal is "--rm" or "--rm=true")?.Span ?? subject.Span;
        yield return Fail(removal, $"{subject.Subject} calls `kubectl run --rm` without `-i` or `--attach`: kubectl refuses it.")
            .Remedy($"Write `--rm --attach` in {removal}, which also waits for the end and returns its exit code.")
            .VerifyGone();
    }
}
