using Seaworthy.Model;

namespace Seaworthy.Rules.Dependencies;

/// <summary>tsc leaves an alias of tsconfig.json in what it writes, and Node.js does not know it.</summary>
internal sealed class PathAliasNotRewritten : Rule<AliasedImport>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/path-alias-not-rewritten",
            Title = "Path alias not rewritten",
            Area = Area.Dependencies,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "`tsc` checks the alias and writes it out unchanged. Node.js takes it for a package and stops with \"Cannot find module\".",
            Holds = "What runs the compiled program finds its aliases.",
        };

    public override IEnumerable<AliasedImport> Subjects(Deployment deployment) => AliasedImport.Of(deployment);

    protected override Subject Identify(AliasedImport subject) => new(subject.Package.File.Path, subject.Import.Span);

    protected override IEnumerable<Verdict> Check(AliasedImport subject, Deployment deployment)
    {
        if (subject.Package.RewritesAliases)
        {
            yield break;
        }

        yield return Fail(
                subject.Import.Span,
                $"{subject.Import.Span.File.Path} imports `{subject.Import.Module}`{(subject.Count > 1 ? $", and {subject.Count - 1} more imports go by an alias" : "")}: `tsc` writes it unchanged, and `{subject.Start}` finds no such package."
            )
            .Related(subject.Alias.Span, "the alias")
            .Related(subject.Build.Span)
            .Remedy($"Add `tsc-alias` to the devDependencies and call it after `tsc` in {subject.Build.Span}, or import by relative paths.")
            .Verify(
                $"npm --prefix {(subject.Package.File.Directory.Length == 0 ? "." : subject.Package.File.Directory)} run build && {subject.Start}   # must start"
            );
    }
}
