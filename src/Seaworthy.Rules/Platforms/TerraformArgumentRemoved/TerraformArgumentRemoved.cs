using Seaworthy.Model;
using Seaworthy.Model.Known;

namespace Seaworthy.Rules.Platforms;

/// <summary>A configuration of Terraform writes what the version of its provider no longer has, or does not have yet.</summary>
/// <remarks>Source: <see cref="TerraformRemoval"/>.</remarks>
internal sealed class TerraformArgumentRemoved : Rule<ProviderRelease>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/terraform-argument-removed",
            Title = "Removed Terraform argument",
            Area = Area.Platforms,
            Severity = Severity.High,
            Rationale = "Terraform rejects the configuration before it plans anything.",
            Holds = "The version of the provider has every argument, as far as is known.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<ProviderRelease>(ProviderReleases.Link)];

    public override IEnumerable<ProviderRelease> Subjects(Deployment deployment) => deployment.All<ProviderRelease>();

    protected override Subject Identify(ProviderRelease subject) => new($"{subject.Provider} in {Place(subject)}", subject.Block);

    protected override IEnumerable<Verdict> Check(ProviderRelease subject, Deployment deployment)
    {
        foreach (var same in subject.Uses.GroupBy(use => use.Removal).OrderBy(same => same.First().Span.ToString(), StringComparer.Ordinal))
        {
            var removal = same.Key;
            var first = same.First().Span;
            var title =
                removal.Form == TerraformForm.Attribute ? $"`{removal.Argument} = …`"
                : removal.Form == TerraformForm.Block ? $"the block {removal.Argument}"
                : removal.Title;
            var version = subject.Version.Length > 0 ? $"uses {removal.Provider} {subject.Version}" : $"gets the newest {removal.Provider}";
            var message = removal.IsBefore
                ? $"{Place(subject)} {version}, which does not know {title} before version {removal.Version}."
                : $"{Place(subject)} {version}, and version {removal.Version} removed {title}.";
            if (subject.Foreign is { } foreign)
            {
                yield return Unknown(first, $"{message} Unknown whether the module in {foreign} asks for an older version.")
                    .Related(foreign);
                continue;
            }

            yield return (subject.IsOpen ? LikelyFail(first, message) : Fail(first, message))
                .Related(same.Skip(1).Select(use => use.Span))
                .Related(subject.Decided, "the version")
                .Remedy(Remedy(removal, subject))
                .Verify($"terraform -chdir=./{subject.Directory} init -backend=false && terraform -chdir=./{subject.Directory} validate");
        }
    }

    private static string Remedy(TerraformRemoval removal, ProviderRelease subject)
    {
        var places = string.Join(
            " and ",
            subject.Uses.Where(use => use.Removal == removal).Select(use => use.Span.File.Path).Distinct(StringComparer.Ordinal)
        );
        return removal.Instead.Length > 0
            ? $"Write `{removal.Instead}` instead of {removal.Title} in {places}."
            : $"Remove {removal.Title} from {places}.";
    }

    private static string Place(ProviderRelease subject) =>
        subject.Directory is { Length: > 0 } directory ? directory : "the repository root";
}
