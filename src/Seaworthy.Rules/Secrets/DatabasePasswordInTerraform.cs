using Seaworthy.Model;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>Terraform or Bicep makes a managed database with a password that its configuration holds.</summary>
/// <remarks>Sources: documentation of the Terraform providers for AWS, Google Cloud and Azure, the resources named below; Terraform, "Manage sensitive data".</remarks>
internal sealed class DatabasePasswordInTerraform : Rule<DatabasePasswordInTerraform.Password>
{
    private static readonly string[] Attributes =
    [
        "password",
        "master_password",
        "administrator_password",
        "administrator_login_password",
        "administratorLoginPassword",
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/database-password-in-terraform",
            Title = "Hard-coded database password",
            Area = Area.Secrets,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "Everyone who reads the repository knows the password of the database, in every environment that keeps the default.",
            Holds = "The password comes from a secret store, or from outside at every run.",
        };

    public override IEnumerable<Password> Subjects(Deployment deployment) =>
        deployment
            .All<CloudResource>()
            .SelectMany(resource =>
                Attributes.Select(name => resource[name]).OfType<CloudSetting>().Select(setting => new Password(resource, setting))
            )
            .DistinctBy(password => password.Setting.Span);

    protected override Subject Identify(Password subject) => new(subject.Resource.Address, subject.Setting.Span);

    protected override IEnumerable<Verdict> Check(Password subject, Deployment deployment)
    {
        if (subject.Setting.Value is not { Text.Length: > 0, Chain: var chain })
        {
            yield break;
        }

        var place = chain.Count > 0 ? chain[^1] : subject.Setting.Span;
        if (IsReported(place, deployment))
        {
            yield break;
        }

        var isPublic = subject.Resource["publicly_accessible"] is { Value.Text: "true" };
        yield return Warn(
                place,
                $"{subject.Resource.Address} takes its password from {place}, which is in the repository{(isPublic ? "; the database has a public address" : "")}."
            )
            .As(isPublic ? Severity.Critical : Info.Severity)
            .Related(place == subject.Setting.Span ? null : subject.Setting.Span)
            .Remedy(
                subject.Resource.IsOfBicep
                    ? $"Take it from a parameter with `@secure()` and no default, or from Key Vault (`getSecret`), remove it from {place}, and change it in the running database."
                    : $"Let AWS keep it (`manage_master_user_password = true`), or take it from `random_password` or a secret store, remove it from {place}, and change it in the running database."
            )
            .Verify(TreeCheck.Gone(place));
    }

    /// <summary>It looks drawn by chance, and is reported as such.</summary>
    private static bool IsReported(SourceSpan place, Deployment deployment) =>
        deployment
            .Of<SecretFile>()
            .Where(file => file.File == place.File)
            .SelectMany(file => file.Secrets)
            .Any(secret => !secret.IsPlaceholder && secret.Span.StartLine == place.StartLine);

    /// <summary>A password and the resource that takes it.</summary>
    internal sealed record Password(CloudResource Resource, CloudSetting Setting);
}
