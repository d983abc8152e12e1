namespace Seaworthy.Rules.Secrets;

/// <summary>The rules of this folder.</summary>
internal static class SecretsRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new CommittedSecret(),
        new TrackedEnvFile(),
        new InsecureFallback(),
        new DefaultSecretInTarget(),
        new SecretInImage(),
        new SecretFileInImage(),
        new LineBreakInSecret(),
        new SigningKeyInSource(),
        new AccountWithKnownPassword(),
        new DatabasePasswordInTerraform(),
        new SecretLogged(),
        new PlanInArtifact(),
        new SecretInManifest(),
        new PasswordInScript(),
        new PlaceholderKeptInCluster(),
        new SecretInDeploymentHistory(),
        new CloudKeyInImage(),
    ];
}
