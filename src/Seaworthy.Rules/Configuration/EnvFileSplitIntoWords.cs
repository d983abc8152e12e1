using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A script exports an environment file through word splitting, and one of its values has several words.</summary>
internal sealed class EnvFileSplitIntoWords : Rule<EnvExport>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/env-file-split-into-words",
            Title = "Word splitting in environment file",
            Area = Area.Configuration,
            Severity = Severity.High,
            Rationale =
                "The shell splits the text at every space, quoted or not. A value keeps only its first word, and a word that is no valid name makes `export` fail.",
            Holds = "Every value of the file is one word.",
        };

    public override IEnumerable<EnvExport> Subjects(Deployment deployment) => deployment.All<EnvExport>();

    protected override Subject Identify(EnvExport subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(EnvExport subject, Deployment deployment)
    {
        if (subject is { Cut.Count: 0, RefusedAt: null })
        {
            yield break;
        }

        var names = string.Join(", ", subject.Cut.Take(3).Select(entry => entry.Name.Value)) + (subject.Cut.Count > 3 ? ", …" : "");
        var what = $"{subject.Subject} exports {subject.File.File.Path} through word splitting, so";
        var verdict =
            subject is { RefusedAt: not null, StopsScript: true, IsConditional: false }
                ? Fail(
                    subject.Span,
                    subject.Cut.Count > 0
                        ? $"{what} `export` fails at a word of {names} and the script ends."
                        : $"{what} `export` fails at its comments and the script ends."
                )
            : subject.Cut.Count > 0
                ? Warn(subject.Span, $"{what} {names} {(subject.Cut.Count == 1 ? "keeps" : "keep")} only the first word.")
                    .As(Severity.Medium)
            : Warn(subject.Span, $"{what} each comment prints an error; the variables are set.").As(Severity.Low);
        yield return verdict
            .Related(subject.RefusedAt)
            .Related(subject.Cut.Select(entry => entry.Span))
            .Remedy(
                $"Let the shell read the file: `set -a; . ./{subject.File.File.Name}; set +a` in {subject.Span}, with the values in quotes."
            )
            .VerifyGone();
    }
}
