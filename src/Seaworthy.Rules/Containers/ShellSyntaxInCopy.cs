using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;

namespace Seaworthy.Rules.Containers;

/// <summary>COPY or ADD contains shell syntax, which it reads as paths.</summary>
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
            Rationale = "No shell reads COPY: the builder looks for files named `2>/dev/null` and `||`, finds none, and the build fails.",
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
            yield return Fail(first.Span, $"{subject.File.Path} has shell syntax in COPY: `{first.Raw}` is read as a file name.")
                .Related(words.Skip(1).Select(word => word?.Span ?? first.Span))
                .Remedy(
                    $"Remove `{first.Raw}` and what follows from {first.Span}. For an optional file, use a pattern: `COPY package.json yarn.lock* ./`."
                )
                .VerifyAllGone();
        }
    }

    private static IEnumerable<DockerInstruction.Copy> Copies(Dockerfile file) =>
        file.Stages.SelectMany(stage => stage.Instructions).OfType<DockerInstruction.Copy>();
}
