using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>What expressions come to: literals, variables with their defaults, locals, arguments of modules, simple functions. What is known once it is applied is unknown.</summary>
/// <param name="modules">Every module of the repository; null for a declaration that stands alone.</param>
/// <param name="given">Names of variables that a command or a pipeline sets.</param>
internal sealed class TerraformEvaluator(TerraformModules? modules, IReadOnlySet<string> given)
{
    private const int DepthLimit = 48;
    private const int StepLimit = 200_000;
    private const int MostElements = 200;
    private const string Later = "it is known only after apply";

    /// <summary>For declarations that know neither variables nor modules.</summary>
    public static TerraformEvaluator Alone => new(null, new HashSet<string>());

    private int depth;
    private int steps;

    public CloudValue Evaluate(HclExpression expression, TerraformScope scope)
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

    /// <summary>Attributes and nested blocks as one object; blocks of one type are a list.</summary>
    public CloudValue.Map Body(HclBody body, SourceSpan span, TerraformScope scope) => new TerraformBodies(this).Of(body, span, scope);

    private CloudValue Of(HclExpression expression, TerraformScope scope) =>
        expression switch
        {
            HclExpression.Literal { IsNull: true } => new CloudValue.None(expression.Span),
            HclExpression.Literal literal => CloudValue.Text.Of(literal.Text, literal.Span),
            HclExpression.Template template => CloudCollections.Joined(
                template.Pieces.Select(piece => Evaluate(piece, scope)),
                template.Span,
                Later
            ),
            HclExpression.Tuple tuple => new CloudValue.List(
                [.. tuple.Items.Take(MostElements).Select(item => Evaluate(item, scope))],
                tuple.Span
            ),
            HclExpression.Object written => Object(written, scope),
            HclExpression.Conditional conditional => Chosen(conditional, scope),
            HclExpression.Operation operation => CloudOperations.Of(
                operation.Sign,
                Evaluate(operation.Left, scope),
                operation.Right is { } right ? Evaluate(right, scope) : null,
                operation.Span
            ),
            HclExpression.Call call => TerraformFunctions.Of(call, [.. call.Arguments.Select(argument => Evaluate(argument, scope))]),
            HclExpression.For loop => Each(loop, scope),
            HclExpression.Name or HclExpression.Member or HclExpression.Index => Reference(expression, scope),
            _ => new CloudValue.Unknown(Later, expression.Span),
        };

    private CloudValue.Map Object(HclExpression.Object written, TerraformScope scope)
    {
        List<CloudEntry> entries = [];
        string? more = null;
        foreach (var item in written.Items.Take(MostElements))
        {
            // A bare word is a key, not a reference.
            var key = item.Key is HclExpression.Name name ? name.Text : Evaluate(item.Key, scope).Known;
            more ??= key is null ? "a key's name is computed" : null;
            if (key is not null)
            {
                entries.Add(new CloudEntry(key, Evaluate(item.Value, scope), item.Key.Span.To(item.Value.Span)));
            }
        }

        return new CloudValue.Map(entries, written.Span) { More = more };
    }

    private CloudValue Chosen(HclExpression.Conditional conditional, TerraformScope scope) =>
        Evaluate(conditional.Condition, scope).Known switch
        {
            "true" => Evaluate(conditional.Then, scope),
            "false" => Evaluate(conditional.Else, scope),
            _ => new CloudValue.Unknown("it depends on a condition that is known only after apply", conditional.Span),
        };

    private CloudValue Each(HclExpression.For loop, TerraformScope scope)
    {
        var collection = Evaluate(loop.Collection, scope);
        if (Elements(collection) is not { } elements)
        {
            return new CloudValue.Unknown(collection.MoreBecause ?? Later, loop.Span);
        }

        List<CloudEntry> made = [];
        var more = collection.MoreBecause;
        foreach (var (key, element, span) in elements.Take(MostElements))
        {
            var inner = loop.Names is [var first, var second]
                ? scope.With(first, CloudValue.Text.Of(key, span)).With(second, element)
                : scope.With(loop.Names.Count > 0 ? loop.Names[0] : "", element);
            var isWanted = loop.Condition is { } condition ? Evaluate(condition, inner).Known : "true";
            more ??= isWanted is null ? "a condition that is known only after apply picks one of them" : null;
            if (isWanted == "true")
            {
                var name = loop.ResultKey is { } written ? Evaluate(written, inner).Known : "";
                more ??= name is null ? "a key's name is computed" : null;
                made.Add(new CloudEntry(name ?? "", Evaluate(loop.Result, inner), span));
            }
        }

        return loop.ResultKey is null
            ? new CloudValue.List([.. made.Select(entry => entry.Value)], loop.Span) { More = more }
            : new CloudValue.Map([.. made.Where(entry => entry.Key.Length > 0)], loop.Span) { More = more };
    }

    /// <summary>The elements of a list, a set or an object with their keys; null when nothing is known.</summary>
    public static IReadOnlyList<CloudEntry>? Elements(CloudValue collection) =>
        collection switch
        {
            CloudValue.Map map => map.Entries,
            CloudValue.List list => [.. list.Elements.Select(element => new CloudEntry(element.Known ?? "", element, element.Span))],
            _ => null,
        };

    private CloudValue Reference(HclExpression expression, TerraformScope scope)
    {
        switch (expression)
        {
            case HclExpression.Name name:
                return scope.Bound.GetValueOrDefault(name.Text) ?? new CloudValue.Unknown(Later, expression.Span);
            case HclExpression.Member { Of: HclExpression.Name root } member when !scope.Bound.ContainsKey(root.Text):
                return Rooted(root.Text, member, scope);
            case HclExpression.Member { Of: HclExpression.Member { Of: HclExpression.Name { Text: "module" }, Text: var call } } member:
                return Output(call, member, scope);
            case HclExpression.Member member:
                return Part(Evaluate(member.Of, scope), member.Text, member, scope);
            case HclExpression.Index index:
                return Part(Evaluate(index.Of, scope), Evaluate(index.Key, scope).Known, index, scope);
            default:
                return new CloudValue.Unknown(Later, expression.Span);
        }
    }

    private CloudValue Rooted(string root, HclExpression.Member member, TerraformScope scope) =>
        root switch
        {
            "var" => Variable(member.Text, scope, member.Span),
            "local" => scope.Module.Locals.TryGetValue(member.Text, out var local)
                ? Evaluate(local.Value, scope with { Bound = scope.Bound.Clear() })
                : new CloudValue.Unknown($"local.{member.Text} is not declared", member.Span),
            "each" or "count" => scope.Bound.GetValueOrDefault($"{root}.{member.Text}") ?? new CloudValue.Unknown(Later, member.Span),
            _ => new CloudValue.Unknown(Later, member.Span),
        };

    private CloudValue Part(CloudValue of, string? key, HclExpression expression, TerraformScope scope) =>
        of switch
        {
            CloudValue.Map map when key is not null => map[key]
                ?? (
                    map.More is null && expression is HclExpression.Member
                        ? new CloudValue.None(expression.Span)
                        : new CloudValue.Unknown(map.More ?? Later, expression.Span)
                ),
            CloudValue.List list when int.TryParse(key, out var at) && at >= 0 && at < list.Elements.Count => list.Elements[at],
            CloudValue.Unknown { Why: not Later } unknown => unknown with { Span = expression.Span },
            _ => new TerraformResources(this).Attribute(expression, scope) ?? new CloudValue.Unknown(Later, expression.Span),
        };

    /// <param name="name">Of the variable.</param>
    /// <param name="scope">The module that declares it, as one call sees it.</param>
    /// <param name="span">Where it is used.</param>
    public CloudValue Variable(string name, TerraformScope scope, SourceSpan span)
    {
        var declared = scope.Module.Variables.GetValueOrDefault(name);
        if (scope is { Caller: { } caller, Call: { } call })
        {
            return call.Body[name] is { } argument ? Evaluate(argument.Value, caller)
                : declared?.Body["default"] is { } fallback ? Evaluate(fallback.Value, scope)
                : new CloudValue.Unknown($"var.{name} is not set", span);
        }

        // A default that is empty waits for a value.
        return
            !given.Contains(name)
            && TerraformInputs.Find(scope.Module, name, declared) is { } value
            && Evaluate(value, scope) is not CloudValue.Text { Value.Text: "" } and not CloudValue.None and var known
            ? known
            : new CloudValue.Unknown($"var.{name} is set at apply", span);
    }

    private CloudValue Output(string call, HclExpression.Member member, TerraformScope scope) =>
        scope.Module.Calls.TryGetValue(call, out var block)
        && modules?.Find(scope.Module.SourceOf(block)) is { } module
        && module.Outputs.TryGetValue(member.Text, out var output)
        && output.Body["value"] is { } value
        && new TerraformScope(module) { Caller = scope, Call = block } is { IsTooDeep: false } inner
            ? Evaluate(value.Value, inner)
            : new CloudValue.Unknown($"module.{call} has it only after apply", member.Span);
}
