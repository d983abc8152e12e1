using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Files;

/// <summary>A build or a script needs a submodule that has no URL in the repository.</summary>
internal sealed class SubmoduleWithoutAddress : Rule<SubmoduleUse>
{
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "files/submodule-without-address",
            Title = "Submodule without URL",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Rationale =
                "`git add` of a nested repository stores only its commit: the author has the files, but every clone has an empty directory.",
            Holds = "`.gitmodules` has the URL of the submodule.",
        };

    public override IEnumerable<SubmoduleUse> Subjects(Deployment deployment) =>
        from use in deployment.Paths
        let module = deployment.Tree.FindSubmodule(use.Answer.Looked)
        where module is { Status: FileStatus.Tracked }
        group use by module into uses
        select new SubmoduleUse(
            uses.Key,
            [
                .. uses.OrderBy(use => use.IsConditional || use.IsAssumed ? 1 : 0)
                    .ThenBy(use => deployment.SpareAt(use.Span) is not null ? 1 : 0),
            ]
        );

    protected override Subject Identify(SubmoduleUse subject) => new(subject.Module.Path, subject.Uses[0].Span);

    protected override IEnumerable<Verdict> Check(SubmoduleUse subject, Deployment deployment)
    {
        var (module, uses) = subject;
        if (!module.HasNoAddress)
        {
            yield break;
        }

        var why = deployment.Tree.HasFile(".gitmodules") ? ".gitmodules has no URL for it" : "there is no .gitmodules";
        var message = $"{uses[0].Subject} needs the submodule {module.Path}, but {why}: git cannot fetch it.";
        yield return (
            uses[0].IsConditional || uses[0].IsAssumed ? Warn(uses[0].Span, message).As(Severity.Medium) : Fail(uses[0].Span, message)
        )
            .Related(uses.Skip(1).Take(MostPlaces).Select(use => use.Span))
            .Remedy(
                $"Commit the files themselves (`git rm --cached {module.Path}`, remove {module.Path}/.git, `git add {module.Path}`), or add the URL of the other repository with `git submodule add`."
            )
            .Verify($"git submodule update --init {module.Path}");
    }
}
