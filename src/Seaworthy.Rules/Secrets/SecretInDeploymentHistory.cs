using Seaworthy.Model;
using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Secrets;

/// <summary>A template of Bicep writes a secret to an output, or takes it by a parameter that is not secure: both are kept in the history of deployments.</summary>
/// <remarks>
/// Sources: Bicep linter, "Outputs should not contain secrets", "Use secure value for secure inputs"; Azure Resource Manager, "View deployment history".
/// </remarks>
internal sealed class SecretInDeploymentHistory : Rule<SecretInDeploymentHistory.Recorded>
{
    // What asks about a secret, without telling it.
    private static readonly string[] Tests = ["empty", "length", "contains", "uniqueString", "guid", "startsWith", "endsWith"];
    private static readonly string[] Listings =
    [
        "listKeys",
        "listConnectionStrings",
        "listCredentials",
        "listSecrets",
        "listAccountSas",
        "listServiceSas",
        "listAdminKeys",
        "listClusterAdminCredential",
    ];
    private static readonly string[] Passwords = ["administratorLoginPassword", "adminPassword"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/secret-in-deployment-history",
            Title = "Secret in deployment history",
            Area = Area.Secrets,
            Severity = Severity.Medium,
            Rationale =
                "Azure keeps parameters and outputs of every deployment as plain text, for everyone who may read the resource group.",
            Holds = "The value is kept out of the deployment history.",
        };

    public override IEnumerable<Recorded> Subjects(Deployment deployment) =>
        deployment.Of<BicepFile>().Where(file => !file.IsValues).SelectMany(file => Outputs(file).Concat(Parameters(file)));

    protected override Subject Identify(Recorded subject) => new(subject.Statement.Name.Value, subject.Statement.Span);

    protected override IEnumerable<Verdict> Check(Recorded subject, Deployment deployment)
    {
        if (subject.Secret is not { } secret || subject.Statement.IsSecure)
        {
            yield break;
        }

        var name = subject.Statement.Name;
        yield return subject.Statement is BicepStatement.Output
            ? Warn(subject.Statement.Span, $"Output {name.Value} contains a secret: {subject.What}.")
                .Related(subject.Statement.Span.Holds(secret) || subject.Statement.Span.StartLine == secret.StartLine ? null : secret)
                .Remedy(
                    $"Remove the output in {name.Span}, and let its reader ask the resource or Key Vault; or write `@secure()` before it."
                )
                .VerifyGone()
            : Warn(subject.Statement.Span, $"Parameter {name.Value} becomes {subject.What}, but is not `@secure()`.")
                .Related(secret)
                .Remedy($"Write `@secure()` in the line before {name.Span}.")
                .Verify($"git grep -n -B3 {$"^param {name.Value} "} -- {name.Span.File.Path}   # must show @secure()");
    }

    private static IEnumerable<Recorded> Outputs(BicepFile file)
    {
        var secure = file.Of<BicepStatement.Parameter>().Where(parameter => parameter.IsSecure).Select(parameter => parameter.Name.Value);
        HashSet<string> names = new(secure, StringComparer.Ordinal);
        var variables = file.Of<BicepStatement.Variable>()
            .GroupBy(variable => variable.Name.Value, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().Value, StringComparer.Ordinal);
        foreach (var output in file.Of<BicepStatement.Output>().Where(output => output.Type?.Value is not ("bool" or "int")))
        {
            var found = Find(output.Value, names, variables);
            yield return new Recorded(output, found?.Span, found?.What ?? "");
        }
    }

    private static Found? Find(BicepExpression value, HashSet<string> secure, Dictionary<string, BicepExpression> variables)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        Stack<BicepExpression> left = new([value]);
        while (left.TryPop(out var next))
        {
            switch (next)
            {
                case BicepExpression.Invocation call when Listings.Contains(call.Function):
                    return new Found(call.Span, "it holds keys that the resource lists");
                case BicepExpression.Call call when Listings.Contains(call.Function):
                    return new Found(call.Span, "it holds keys that the resource lists");
                case BicepExpression.Name { Text: var name } when secure.Contains(name):
                    return new Found(next.Span, $"it has the value of the secure parameter {name}");
                case BicepExpression.Name { Text: var name } when seen.Add(name) && variables.TryGetValue(name, out var written):
                    left.Push(written);
                    break;
                case BicepExpression.Call { Function: var function } when Tests.Contains(function):
                case BicepExpression.Operation { Sign: not "??" }:
                    break;
                case BicepExpression.Conditional conditional:
                    left.Push(conditional.Then);
                    left.Push(conditional.Else);
                    break;
                default:
                    foreach (var part in next.Parts)
                    {
                        left.Push(part);
                    }

                    break;
            }
        }

        return null;
    }

    private static IEnumerable<Recorded> Parameters(BicepFile file)
    {
        var declared = file.Of<BicepStatement.Parameter>()
            .GroupBy(parameter => parameter.Name.Value, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        return file
            .Resources.Where(resource => resource.Body is not null)
            .SelectMany(Taken)
            .Where(taken => taken.Value is BicepExpression.Name { Text: var name } && declared.ContainsKey(name))
            .Select(taken => new Recorded(declared[((BicepExpression.Name)taken.Value).Text], taken.Value.Span, taken.What))
            .DistinctBy(recorded => recorded.Statement.Span);
    }

    private static IEnumerable<TakenValue> Taken(BicepStatement.Resource resource)
    {
        var items = (resource.Body?["properties"]?.Value as BicepExpression.Object)?.Items ?? [];
        foreach (var item in items)
        {
            if (item.Name is { } name && Passwords.Contains(name))
            {
                yield return new TakenValue(item.Value, $"the password of {resource.Name.Value}");
            }
        }

        if (
            resource.Kind is "Microsoft.KeyVault/vaults/secrets"
            && items.FirstOrDefault(item => item.Name == "value") is { Value: BicepExpression.Name { Text: var taken } } secret
            && SecretNames.IsSecret(taken)
        )
        {
            yield return new TakenValue(secret.Value, $"the secret {resource.Name.Value}");
        }
    }

    /// <summary>An output or parameter, and where it tells a secret; null where it tells none.</summary>
    internal sealed record Recorded(BicepStatement Statement, SourceSpan? Secret, string What);

    private sealed record Found(SourceSpan Span, string What);

    private sealed record TakenValue(BicepExpression Value, string What);
}
