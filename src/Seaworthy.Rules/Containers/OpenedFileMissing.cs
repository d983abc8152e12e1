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
            Title = "Missing runtime file in image",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The image builds, but the program exits as soon as its container starts, again and again.",
            Holds = "The image has every repository file that its program opens at startup.",
        };

    public override IEnumerable<StartImports> Subjects(Deployment deployment) =>
        deployment.All<StartImports>().Where(start => start.Opened.Count > 0);

    protected override string Verb => "opens";

    protected override IReadOnlyList<LeftOutFile> LeftOut(StartImports start) => start.Opened;

    protected override string Error(StartImports start) => start.IsScript ? "ENOENT" : "No such file or directory";
}
