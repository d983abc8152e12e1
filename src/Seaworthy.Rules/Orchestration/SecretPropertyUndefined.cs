using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>An ExternalSecret, or a task of Amazon ECS, asks a secret for a JSON key that Terraform does not write into it.</summary>
/// <remarks>
/// Source: External Secrets Operator, "Getting all keys from one secret" and its providers (<c>key … does not exist in secret</c>); Amazon ECS, "Pass Secrets Manager
/// secrets through environment variables", "Referencing a specific key within a secret".
/// </remarks>
internal sealed class SecretPropertyUndefined : Rule<SecretPropertyUndefined.AskedProperty>
{
    private static readonly PerDeployment<IReadOnlyList<StoredSecret>> Stored = new(deployment => [.. StoredSecret.In(deployment)]);

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/secret-property-undefined",
            Title = "Missing property of secret",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "A missing property fails the whole sync: the operator makes no Secret, and every pod that needs a key of it stays in CreateContainerConfigError.",
            Holds = "Terraform writes every property that is asked for.",
        };

    public override IEnumerable<AskedProperty> Subjects(Deployment deployment)
    {
        var stored = Stored.Of(deployment);
        return stored.Count == 0
            ? []
            : OfOperator(stored, deployment).Concat(OfTasks(stored, deployment)).DistinctBy(asked => asked.Property.Span);
    }

    protected override Subject Identify(AskedProperty subject) => new($"{subject.Name}: {subject.Property.Value}", subject.Property.Span);

    protected override IEnumerable<Verdict> Check(AskedProperty subject, Deployment deployment)
    {
        var (name, property, secret) = subject;
        // A path leads into a value, of which nothing is known.
        var key = property.Value.Split('.')[0];
        if (secret.Keys.Contains(property.Value) || secret.Keys.Contains(key))
        {
            yield break;
        }

        if (secret.IsChangedElsewhere)
        {
            yield return Unknown(
                property.Span,
                $"Unknown whether secret `{secret.Name}` has the property `{property.Value}`: Terraform ignores changes of its value."
            );
            yield break;
        }

        yield return Fail(
                property.Span,
                $"{name} asks for the property `{property.Value}` of secret `{secret.Name}`, but Terraform writes only {string.Join(", ", secret.Keys.Select(known => $"`{known}`"))}."
            )
            .Related(secret.Value)
            .Remedy($"Add `{property.Value}` to the JSON in {secret.Value}, or ask for one of its keys in {property.Span}.")
            .VerifyGoneOr($"git grep -nE {$"\\b{property.Value}\"? *[=:]"} -- {secret.Value.File.Path}");
    }

    private static IEnumerable<AskedProperty> OfOperator(IReadOnlyList<StoredSecret> stored, Deployment deployment) =>
        from source in deployment
            .KubernetesStacks.SelectMany(stack => stack.Of<SecretSource>())
            .Concat(deployment.Of<KubernetesManifest>().SelectMany(file => file.Objects.OfType<SecretSource>()))
        from remote in source.Remote
        let property = remote.Property
        where property is not null
        let found = stored.Where(secret => secret.Name == remote.Key.Value).ToList()
        where found.Count == 1
        select new AskedProperty($"ExternalSecret {source.Name?.Value}", property, found[0]);

    /// <summary><c>valueFrom = "${aws_secretsmanager_secret.db.arn}:password::"</c>.</summary>
    private static IEnumerable<AskedProperty> OfTasks(IReadOnlyList<StoredSecret> stored, Deployment deployment) =>
        from file in deployment.Of<TerraformFile>()
        from block in file.Body.Of("resource")
        where block.Label(0) == "aws_ecs_task_definition"
        from part in block.Body["container_definitions"]?.Value.All ?? []
        where part is HclExpression.Template { Pieces: [_, HclExpression.Literal] }
        let pieces = ((HclExpression.Template)part).Pieces
        let named = pieces[0].Path
        where named is ["aws_secretsmanager_secret", _, "arn" or "id"]
        let text = ((HclExpression.Literal)pieces[1]).Text.Split(':')
        // Two colons more name the stage and the version; an empty key means the whole value.
        where text is ["", { Length: > 0 }, _, _]
        let found = stored.FirstOrDefault(secret => secret.Resource == named[1] && secret.Value.File.Directory == file.File.Directory)
        where found is not null
        select new AskedProperty($"{block.Label(0)}.{block.Label(1)}", new Fact<string>(text[1], part.Span), found);

    /// <summary>Somebody asks for a property of a secret whose value Terraform writes.</summary>
    internal sealed record AskedProperty(string Name, Fact<string> Property, StoredSecret Secret);
}
