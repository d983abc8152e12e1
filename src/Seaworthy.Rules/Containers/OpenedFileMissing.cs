using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A program opens, as its container starts, a file of the repository that no instruction puts into the image.</summary>
internal sealed class OpenedFileMissing : LeftOutFileRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/opened-file-missing",
            Title = "File that a program opens and its image does not hold",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The image builds, and the program stops for want of the file as soon as its container starts, again and again.",
            Holds = "The image holds the files of the repository that its program opens as it starts.",
        };

    public override IEnumerable<StartImports> Subjects(Deployment deployment) =>
        deployment.All<StartImports>().Where(start => start.Opened.Count > 0);

    protected override string Verb => "opens";

    protected override IReadOnlyList<LeftOutFile> LeftOut(StartImports start) => start.Opened;

    protected override string Error(StartImports start) => start.IsScript ? "ENOENT" : "No such file or directory";
}
