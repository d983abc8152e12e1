using Seaworthy.Model;
using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets;
using Seaworthy.Reading.Linking.Targets.Cloud;
using Seaworthy.Reading.Linking.Targets.Platforms;

namespace Seaworthy.Reading.Linking.Bicep;

/// <summary>A template that is deployed by itself, with one set of values: every resource of it and its modules, loops and conditions written out.</summary>
/// <remarks>Source: Bicep documentation, "Iterative loops", "Conditional deployments", "Modules", "Child resources".</remarks>
internal sealed class BicepDeployment
{
    private const int MostInstances = 30;
    private const int MostScopes = 200;
    private const int MostResources = 3000;

    private static readonly string[] EnvironmentNames = ["environment", "env", "stage", "environmentName", "environmentSuffix", "envName"];
    private static readonly PerDeployment<IReadOnlyList<BicepDeployment>> Made = new(Find);

    private readonly BicepTemplates templates;
    private readonly BicepEvaluator evaluator;

    private BicepDeployment(BicepTemplates templates, BicepFile root, BicepFile? values, Predicate<string> isGiven)
    {
        this.templates = templates;
        evaluator = new BicepEvaluator(templates, isGiven);
        Root = root;
        Values = values;
        BicepScope scope = new(root) { Values = values is null ? null : new BicepScope(values) };
        var scopes = Scopes(scope);
        Files = [.. scopes.Select(inner => inner.File.File).Append(values?.File).OfType<SourceFile>().DistinctBy(file => file.Path)];
        Resources = [.. scopes.SelectMany(inner => Of(inner.File.Statements, null, inner).Concat(OfRegistry(inner))).Take(MostResources)];
        Environment =
            values is not null && EnvironmentName.Of(values.File.Path) is not TargetEnvironment.Unstated and var named
                ? named
                : Stated(scope) ?? PlatformTargets.EnvironmentOf(root.File);
    }

    public static IReadOnlyList<BicepDeployment> Of(Deployment deployment) => Made.Of(deployment);

    public BicepFile Root { get; }

    public BicepFile? Values { get; }

    public IReadOnlyList<SourceFile> Files { get; }

    public IReadOnlyList<BicepResource> Resources { get; }

    public TargetEnvironment Environment { get; }

    private static List<BicepDeployment> Find(Deployment deployment)
    {
        var templates = BicepTemplates.Of(deployment);
        var isGiven = BicepInputs.SetElsewhere(deployment);
        return
        [
            .. from root in templates.Roots
            from values in Sets(templates.ValuesOf(root))
            select new BicepDeployment(templates, root, values, isGiven),
        ];
    }

    private static IEnumerable<BicepFile?> Sets(IReadOnlyList<BicepFile> files) => files.DefaultIfEmpty().Take(MostInstances);

    /// <summary>What a parameter that is called so says of the environment.</summary>
    private TargetEnvironment? Stated(BicepScope scope) =>
        EnvironmentNames
            .Select(name => scope.Find(name) as BicepStatement.Parameter)
            .OfType<BicepStatement.Parameter>()
            .Select(parameter => evaluator.Evaluate(new BicepExpression.Name(parameter.Name.Value, parameter.Name.Span), scope).Known)
            .OfType<string>()
            .Select(EnvironmentName.Of)
            .Where(environment => environment != TargetEnvironment.Unstated)
            .Select(environment => (TargetEnvironment?)environment)
            .FirstOrDefault();

    /// <summary>The template and every local module that it calls, directly or not.</summary>
    private List<BicepScope> Scopes(BicepScope root)
    {
        List<BicepScope> scopes = [root];
        for (var at = 0; at < scopes.Count && scopes.Count < MostScopes; at++)
        {
            var scope = scopes[at];
            scopes.AddRange(
                from call in scope.File.Of<BicepStatement.Module>()
                let module = templates.Find(BicepTemplates.PathOf(scope.File, call.Path))
                where module is not null
                from caller in Instances(call, scope)
                let inner = caller.Into(module, call.Body?["params"]?.Value)
                where !inner.IsTooDeep
                select inner
            );
        }

        return scopes;
    }

    private IEnumerable<BicepResource> Of(IEnumerable<BicepStatement> statements, BicepResource? within, BicepScope scope)
    {
        foreach (var declared in statements.OfType<BicepStatement.Resource>())
        {
            foreach (var instance in Instances(declared, scope))
            {
                if (declared.Body is not { } written || evaluator.Evaluate(written, instance) is not CloudValue.Map body)
                {
                    continue;
                }

                BicepResource made = new(within is null ? declared.Kind : $"{within.Kind}/{declared.Kind}", declared, body, instance)
                {
                    Within = within ?? Parent(written, scope),
                };
                if (!declared.IsExisting)
                {
                    yield return made;
                }

                foreach (var inner in Of(written.Nested, made, instance))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>What modules of the public registry make.</summary>
    private IEnumerable<BicepResource> OfRegistry(BicepScope scope) =>
        from call in scope.File.Of<BicepStatement.Module>()
        let kind = AvmModules.KindOf(call.Path.Value)
        let parameters = call.Body?["params"]?.Value
        where kind is not null && parameters is not null
        from instance in Instances(call, scope)
        let given = evaluator.Evaluate(parameters, instance) as CloudValue.Map
        where given is not null
        select new BicepResource(kind, call, AvmModules.Body(kind, given, call.Span), instance);

    /// <summary><c>parent: site</c>.</summary>
    private BicepResource? Parent(BicepExpression.Object written, BicepScope scope) =>
        written["parent"]?.Value is BicepExpression.Name { Text: var name }
        && scope.Find(name) is BicepStatement.Resource { Body: { } body, Loop: null } parent
        && body["name"]?.Value is { } named
            ? new BicepResource(
                parent.Kind,
                parent,
                new CloudValue.Map([new CloudEntry("name", evaluator.Evaluate(named, scope.Outside), named.Span)], body.Span),
                scope
            )
            : null;

    /// <summary>How often it is there, and what each sees.</summary>
    private IEnumerable<BicepScope> Instances(BicepStatement.Deployed deployed, BicepScope scope)
    {
        IEnumerable<BicepScope> rounds = [scope];
        if (deployed.Loop is { } loop && evaluator.Evaluate(loop.Collection, scope) is CloudValue.List { More: null } list)
        {
            rounds = BicepEvaluator.Bound(loop, list, scope).Take(MostInstances);
        }

        return deployed.Condition is { } condition ? rounds.Where(round => evaluator.Evaluate(condition, round).Known != "false") : rounds;
    }
}
