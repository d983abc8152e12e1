using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Platforms;

/// <summary>Variables of vercel.json refer to Vercel secrets, which no longer exist.</summary>
internal sealed class RemovedSecretReference : Rule<VercelConfig>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/removed-secret-reference",
            Title = "Removed Vercel secret",
            Area = Area.Platforms,
            Severity = Severity.High,
            Rationale = "Vercel rejects the deployment: `references Secret …, which does not exist`.",
            Holds = "No variable refers to a Vercel secret.",
        };

    public override IEnumerable<VercelConfig> Subjects(Deployment deployment) =>
        deployment.Of<VercelConfig>().Where(vercel => vercel.Env.Count > 0);

    protected override Subject Identify(VercelConfig subject) => new(subject.File.Path, subject.Env[0].Span);

    protected override IEnumerable<Verdict> Check(VercelConfig subject, Deployment deployment)
    {
        var secrets = subject.Env.Where(IsSecret).ToList();
        if (secrets is not [{ Reference: { } secret } first, ..])
        {
            yield break;
        }

        var names = string.Join(", ", secrets.Select(variable => variable.Name.Value));
        var message =
            $"{names} in {subject.File.Path} {(secrets.Count == 1 ? "refers to a Vercel secret" : "refer to Vercel secrets")} (`@{secret.Value}`), which Vercel removed in May 2024.";
        var other = deployment.Of<VercelConfig>().FirstOrDefault(vercel => vercel != subject && !vercel.Env.Any(IsSecret));
        var verdict = other is null
            ? Fail(secret.Span, message)
            : Warn(secret.Span, message).Related(other.File.Whole, "is read instead if it is in the project's root directory");
        yield return verdict
            .Related(secrets.Skip(1).Select(variable => variable.Reference?.Span).OfType<SourceSpan>())
            .Remedy(
                $"Delete the line in {secret.Span}{(secrets.Count == 1 ? "" : " and the others")}, and set the variable in the project: `vercel env add {first.Name.Value} production`."
            )
            .VerifyGone();
    }

    private static bool IsSecret(PlatformVariable variable) =>
        variable is { Origin: PlatformVariableOrigin.Secret, Reference.Value.Length: > 0 };
}
