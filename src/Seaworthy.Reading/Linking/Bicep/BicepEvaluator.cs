using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Bicep;

/// <summary>What expressions come to: literals, parameters with their defaults, variables, arguments and outputs of modules, simple functions. What is known once it is deployed is unknown.</summary>
/// <remarks>Source: Bicep documentation, "Data types", "Operators", "Functions".</remarks>
internal sealed class BicepEvaluator
{
    public const string Later = "it is known only after deployment";

    private const int DepthLimit = 96;
    private const int StepLimit = 200_000;
    private const int MostElements = 200;

    private readonly BicepTemplates templates;
    private readonly Predicate<string> isGiven;
    private readonly BicepFunctions functions;
    private int depth;
    private int steps;

    public BicepEvaluator(BicepTemplates templates, Predicate<string> isGiven)
    {
        this.templates = templates;
        this.isGiven = isGiven;
        functions = new BicepFunctions(this);
    }

    public CloudValue Evaluate(BicepExpression expression, BicepScope scope)
    {
        if (depth >= DepthLimit || ++steps > StepLimit)
        {
            return new CloudValue.Unknown("its expression is nested too deeply", expression.Span);
        }

        depth++;
        var value = Of(expression, scope);
        depth--;
        return value;
    }

    private CloudValue Of(BicepExpression expression, BicepScope scope) =>
        expression switch
        {
            BicepExpression.Literal { IsNull: true } => new CloudValue.None(expression.Span),
            BicepExpression.Literal literal => CloudValue.Text.Of(literal.Text, literal.Span),
            BicepExpression.Template template => CloudCollections.Joined(
                template.Pieces.Select(piece => Evaluate(piece, scope)),
                template.Span,
                Later
            ),
            BicepExpression.Array array => List(array, scope),
            BicepExpression.Object written => Object(written, scope),
            BicepExpression.Conditional conditional => Chosen(conditional, scope),
            BicepExpression.Operation operation => Operated(operation, scope),
            BicepExpression.Call call => functions.Of(call.Function, call.Arguments, call.Span, scope),
            BicepExpression.Invocation { Of: BicepExpression.Name { Text: "sys" or "az" } } call => functions.Of(
                call.Function,
                call.Arguments,
                call.Span,
                scope
            ),
            BicepExpression.For loop => Each(loop, scope),
            BicepExpression.Name name => Named(name, scope),
            BicepExpression.Member member => Reached(member, scope),
            BicepExpression.Index index => Part(Evaluate(index.Of, scope), Evaluate(index.Key, scope).Known, index),
            BicepExpression.Unread => new CloudValue.Unknown("it is filled in before the deployment", expression.Span),
            _ => new CloudValue.Unknown(Later, expression.Span),
        };

    private CloudValue.List List(BicepExpression.Array array, BicepScope scope)
    {
        List<CloudValue> made = [];
        string? more = null;
        foreach (var item in array.Items.Take(MostElements))
        {
            var value = Evaluate(item is BicepExpression.Spread spread ? spread.Of : item, scope);
            if (item is not BicepExpression.Spread)
            {
                made.Add(value);
                continue;
            }

            made.AddRange((value as CloudValue.List)?.Elements ?? []);
            more ??= value.MoreBecause;
        }

        return new CloudValue.List(made, array.Span) { More = more };
    }

    private CloudValue.Map Object(BicepExpression.Object written, BicepScope scope)
    {
        List<CloudEntry> entries = [];
        string? more = null;
        foreach (var item in written.Items.Take(MostElements))
        {
            var value = Evaluate(item.Value, scope);
            if (item.Key is null)
            {
                entries.AddRange((value as CloudValue.Map)?.Entries ?? []);
                more ??= value.MoreBecause;
                continue;
            }

            var key = item.Name ?? Evaluate(item.Key, scope).Known;
            more ??= key is null ? "a key's name is computed" : null;
            if (key is not null)
            {
                entries.Add(new CloudEntry(key, value, item.Span));
            }
        }

        return new CloudValue.Map(entries, written.Span) { More = more };
    }

    private CloudValue Chosen(BicepExpression.Conditional conditional, BicepScope scope) =>
        Evaluate(conditional.Condition, scope).Known switch
        {
            "true" => Evaluate(conditional.Then, scope),
            "false" => Evaluate(conditional.Else, scope),
            _ => new CloudValue.Unknown("it depends on a condition that is known only at deployment", conditional.Span),
        };

    private CloudValue Operated(BicepExpression.Operation operation, BicepScope scope)
    {
        var left = Evaluate(operation.Left, scope);
        return operation is { Sign: "??", Right: { } fallback }
            ? left switch
            {
                CloudValue.None => Evaluate(fallback, scope),
                _ => left,
            }
            : CloudOperations.Of(operation.Sign, left, operation.Right is { } right ? Evaluate(right, scope) : null, operation.Span);
    }

    private CloudValue Each(BicepExpression.For loop, BicepScope scope)
    {
        var collection = Evaluate(loop.Collection, scope);
        if (collection is not CloudValue.List list)
        {
            return new CloudValue.Unknown(collection.MoreBecause ?? Later, loop.Span);
        }

        List<CloudValue> made = [];
        var more = list.More;
        foreach (var inner in Bound(loop, list, scope))
        {
            var isWanted = loop.Result is BicepExpression.If condition ? Evaluate(condition.Condition, inner).Known : "true";
            more ??= isWanted is null ? "a condition that is known only at deployment picks one of them" : null;
            if (isWanted == "true")
            {
                made.Add(Evaluate(loop.Result is BicepExpression.If body ? body.Body : loop.Result, inner));
            }
        }

        return new CloudValue.List(made, loop.Span) { More = more };
    }

    /// <summary>What each round of a loop sees.</summary>
    public static IEnumerable<BicepScope> Bound(BicepExpression.For loop, CloudValue.List list, BicepScope scope) =>
        list
            .Elements.Take(MostElements)
            .Select((element, at) => Bound(loop.Names, [element, CloudValue.Text.Of($"{at}", loop.Span)], scope));

    public static BicepScope Bound(IReadOnlyList<string> names, IReadOnlyList<CloudValue> values, BicepScope scope) =>
        names.Zip(values, (name, value) => new { name, value }).Aggregate(scope, (all, pair) => all.With(pair.name, pair.value));

    private CloudValue Named(BicepExpression.Name name, BicepScope scope)
    {
        if (scope.Bound.GetValueOrDefault(name.Text) is { } bound)
        {
            return bound;
        }

        if (scope.Worked.TryGetValue(name.Text, out var known))
        {
            return known;
        }

        var value = scope.Find(name.Text) switch
        {
            BicepStatement.Parameter parameter => Parameter(parameter, scope, name.Span),
            BicepStatement.Variable variable => Evaluate(variable.Value, scope.Outside),
            { } => new CloudValue.Unknown(Later, name.Span),
            _ => new CloudValue.Unknown($"{name.Text} is not declared", name.Span),
        };
        return scope.Worked[name.Text] = value;
    }

    /// <param name="declared">The parameter.</param>
    /// <param name="scope">The template that declares it, as one call sees it.</param>
    /// <param name="span">Where it is used.</param>
    private CloudValue Parameter(BicepStatement.Parameter declared, BicepScope scope, SourceSpan span)
    {
        var name = declared.Name.Value;
        if (scope.Caller is { } caller)
        {
            var call = scope.Parameters is BicepExpression.Object written ? written : null;
            return call?[name]?.Value is { } argument && Evaluate(argument, caller) is not CloudValue.None and var value ? value
                : call is null && scope.Parameters is not null ? new CloudValue.Unknown($"param {name} is computed", span)
                : declared.Value is { } fallback ? Evaluate(fallback, scope.Outside)
                : new CloudValue.Unknown($"param {name} is not set", span);
        }

        if (isGiven(name))
        {
            return new CloudValue.Unknown($"param {name} is set at deployment", span);
        }

        var stated =
            scope.Values is { } values && BicepInputs.Find(values.File, name) is { } set ? Evaluate(set, values)
            : declared.Value is { } value1 ? Evaluate(value1, scope.Outside)
            : null;
        // What is empty waits for a value.
        return stated is null or CloudValue.None or CloudValue.Text { Value.Text: "" }
            ? new CloudValue.Unknown($"param {name} is set at deployment", span)
            : stated;
    }

    private CloudValue Reached(BicepExpression.Member member, BicepScope scope)
    {
        if (
            member.Of is BicepExpression.Member { Text: "outputs", Of: BicepExpression.Name { Text: var call } }
            && !scope.Bound.ContainsKey(call)
            && scope.Find(call) is BicepStatement.Module module
        )
        {
            return Output(module, member, scope);
        }

        return
            member.Of is BicepExpression.Name { Text: var name }
            && !scope.Bound.ContainsKey(name)
            && scope.Find(name) is BicepStatement.Resource { Loop: null } resource
            ? resource.Body?[member.Text] is { } item
                ? Evaluate(item.Value, scope.Outside)
                : new CloudValue.Unknown(Later, member.Span)
            : Part(Evaluate(member.Of, scope), member.Text, member);
    }

    private static CloudValue Part(CloudValue of, string? key, BicepExpression expression) =>
        of switch
        {
            CloudValue.Map map when key is not null => map[key]
                ?? (
                    map.More is null && expression is BicepExpression.Member
                        ? new CloudValue.None(expression.Span)
                        : new CloudValue.Unknown(map.More ?? Later, expression.Span)
                ),
            CloudValue.List list when int.TryParse(key, out var at) && at >= 0 && at < list.Elements.Count => list.Elements[at],
            CloudValue.Unknown unknown => unknown with { Span = expression.Span },
            _ => new CloudValue.Unknown(Later, expression.Span),
        };

    private CloudValue Output(BicepStatement.Module module, BicepExpression.Member member, BicepScope scope) =>
        module.Loop is null
        && templates.Find(BicepTemplates.PathOf(scope.File, module.Path)) is { } template
        && template.Of<BicepStatement.Output>().FirstOrDefault(output => output.Name.Value == member.Text) is { } output
        && scope.Outside.Into(template, module.Body?["params"]?.Value) is { IsTooDeep: false } inner
            ? Evaluate(output.Value, inner)
            : new CloudValue.Unknown($"{module.Name.Value} has it only after deployment", member.Span);
}
