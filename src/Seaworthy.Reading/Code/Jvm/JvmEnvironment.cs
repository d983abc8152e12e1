using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;
using Seaworthy.Reading.Formats.Properties;

namespace Seaworthy.Reading.Code.Jvm;

/// <summary>Variables read by <c>System.getenv</c>, and properties taken by annotations and by name.</summary>
/// <remarks>Sources: Java SE API, <c>System.getenv</c>; Spring Framework, "Using @Value" and "The Environment Abstraction"; MicroProfile Config, <c>@ConfigProperty</c>; Micronaut, <c>@Property</c>.</remarks>
internal sealed class JvmEnvironment : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        ReadContext context = new(reading);
        foreach (var call in reading.Syntax.Calls.Concat(reading.Syntax.Indexes))
        {
            if (JvmValueRules.NameOf(call, reading.Evaluator) is { } name)
            {
                AddVariable(reading, context, call, name);
            }
            else if (call.Name is "getProperty" or "getRequiredProperty" && IsEnvironment(call))
            {
                AddProperty(reading, call);
            }
        }

        Soften(reading.EnvironmentReads);
        foreach (var annotation in reading.Syntax.Decorators)
        {
            AddAnnotated(reading, annotation);
        }

        AddFields(reading);
    }

    private static void AddVariable(CodeReading reading, ReadContext context, CodeCall call, string name)
    {
        var own = reading.Value(call.Name == "getOrDefault" ? call.Positional(1) : OrElse(reading, call), call.Scope);
        var (fallback, demand) = context.Judge(call.Whole, own, call.Scope);

        // A method anywhere may hold it: only a main is sure to run.
        demand = demand == Demand.Required && call.Scope is not CodeFunction { Name: "main" } ? Demand.Expected : demand;
        reading.EnvironmentReads.Add(new EnvironmentRead(name, fallback, demand, call.Span));
    }

    /// <summary><c>Optional.ofNullable(System.getenv("A")).orElse("b")</c>.</summary>
    private static CodeArgument? OrElse(CodeReading reading, CodeCall call) =>
        reading.Trees.Parent(call.First) is var open and >= 0
        && reading.Syntax.CallAt(open) is { Path: "Optional.ofNullable" } optional
        && reading.Trees.Is(optional.End, ".")
        && reading.Syntax.CallAt(optional.End + 2) is { Name: "orElse" } fallback
            ? fallback.Positional(0)
            : null;

    /// <summary><c>getenv("A") != null ? getenv("A") : "b"</c>: where one read asks, the others know the answer.</summary>
    private static void Soften(List<EnvironmentRead> reads)
    {
        var asked = reads.Where(read => read.Demand == Demand.Optional).Select(read => read.Name).ToHashSet(StringComparer.Ordinal);
        for (var at = 0; at < reads.Count; at++)
        {
            if (asked.Contains(reads[at].Name))
            {
                reads[at] = reads[at] with { Demand = Demand.Optional };
            }
        }
    }

    private static bool IsEnvironment(CodeCall call) =>
        call.Owner.EndsWith("nvironment", StringComparison.Ordinal)
        || call.Owner is "env" or "this.env"
        || call.Receiver?.Name is "getEnvironment";

    private static void AddProperty(CodeReading reading, CodeCall call)
    {
        if (reading.Literal(call.Positional(0), call.Scope) is { Length: > 0 } key)
        {
            // "getProperty(key, Integer.class)" has no default.
            var hasDefault = call.Arguments.Count > 1 && !reading.Trees.Is(call.Arguments[^1].Value.End - 1, "class");
            var text = hasDefault ? $"${{{key}:{reading.Literal(call.Arguments[^1], call.Scope)}}}" : $"${{{key}}}";
            reading.PropertyReads.Add(
                new PropertyRead(PlaceholderParser.Parse(text, call.Span), call.Name == "getRequiredProperty", call.Span)
            );
        }
    }

    private static void AddAnnotated(CodeReading reading, CodeDecorator annotation)
    {
        if (TextOf(reading, annotation) is { } text)
        {
            // How an expression handles a missing value is not followed.
            var isStrict = !text.Contains("#{", StringComparison.Ordinal) && !text.Contains("${random.", StringComparison.Ordinal);
            reading.PropertyReads.Add(new PropertyRead(PlaceholderParser.Parse(text, annotation.Span), isStrict, annotation.Span));
        }
        else if (annotation.Name == "ConfigurationProperties")
        {
            reading.AddSetting("jvm.properties", JvmAnnotations.Argument(annotation, "prefix", "value"));
        }
    }

    /// <summary>The text with placeholders that an annotation puts into what it is at.</summary>
    private static string? TextOf(CodeReading reading, CodeDecorator annotation)
    {
        switch (annotation.Name)
        {
            case "Value" when JvmAnnotations.Argument(annotation, "value") is { } value && reading.Evaluator.Literal(value) is { } text:
                return text.Contains("${", StringComparison.Ordinal) ? text : null;
            case "ConfigProperty" or "Property" when annotation.Named("name") is { } name && reading.Evaluator.Literal(name) is { } key:
                return reading.Evaluator.Literal(annotation.Named("defaultValue")) is { } fallback
                    ? $"${{{key}:{fallback}}}"
                    : $"${{{key}}}";
            default:
                return null;
        }
    }

    /// <summary>Fields and parameters that annotations fill, as constants of the file: <c>@Value("${orders.url}") String ordersUrl</c>.</summary>
    private static void AddFields(CodeReading reading)
    {
        foreach (var annotation in reading.Syntax.Decorators)
        {
            if (TextOf(reading, annotation) is { } text && NameBehind(reading.Trees, annotation.Tokens.End) is { } name)
            {
                var value = PropertyValues.Of(PlaceholderParser.Parse(text, annotation.Span), annotation.Span);
                reading.Constants.Add(new CodeConstant(name, value, false, annotation.Span));
                reading.Constants.Add(new CodeConstant("this." + name, value, false, annotation.Span));
            }
        }
    }

    /// <summary>The name that an annotation is at: the last before the sign that ends a field or parameter; in Kotlin that before the colon.</summary>
    private static string? NameBehind(TokenTrees trees, int at)
    {
        var isKotlin = trees.Language == Language.Kotlin;
        for (var steps = 0; steps < 24 && at < trees.Count; steps++, at++)
        {
            if (
                trees.Is(at, ";")
                || trees.Is(at, ",")
                || trees.Is(at, "=")
                || trees.IsKind(at, TokenKind.Close)
                || (isKotlin && trees.Is(at, ":"))
            )
            {
                return trees.IsName(at - 1) ? trees.Text(at - 1) : null;
            }
        }

        return null;
    }
}
