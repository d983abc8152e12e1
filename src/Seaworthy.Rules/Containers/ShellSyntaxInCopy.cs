using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;

namespace Seaworthy.Rules.Containers;

/// <summary>COPY or ADD carries shell syntax, which it takes for paths.</summary>
internal sealed class ShellSyntaxInCopy : Rule<Dockerfile>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/shell-syntax-in-copy",
            Title = "Shell syntax in COPY",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "No shell reads a COPY: the builder looks for files called 2>/dev/null and ||, does not find them, and stops.",
            Holds = "COPY names paths only.",
        };

    public override IEnumerable<Dockerfile> Subjects(Deployment deployment) =>
        deployment.Of<Dockerfile>().Where(file => Copies(file).Any());

    protected override Subject Identify(Dockerfile subject) => new(subject.File.Path, subject.File.Whole);

    protected override IEnumerable<Verdict> Check(Dockerfile subject, Deployment deployment)
    {
        var words = Copies(subject).Select(copy => copy.ShellSyntax).Where(word => word is not null).ToList();
        if (words is [{ } first, ..])
        {
            yield return Fail(
                    first.Span,
                    $"{subject.File.Path} has shell syntax in COPY ({first.Raw}), which is taken for the name of a file: the build stops here."
                )
                .Related(words.Skip(1).Select(word => word?.Span ?? first.Span))
                .Remedy(
                    $"Take `{first.Raw}` and what follows out of {first.Span}. For a file that may be absent, use a pattern: `COPY package.json yarn.lock* ./`."
                )
                .VerifyAllGone();
        }
    }

    private static IEnumerable<DockerInstruction.Copy> Copies(Dockerfile file) =>
        file.Stages.SelectMany(stage => stage.Instructions).OfType<DockerInstruction.Copy>();
}
