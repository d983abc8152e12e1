using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>Structs that a crate fills from the environment: clap's <c>env</c>, envy, config's <c>Environment</c>.</summary>
/// <remarks>Source: crate documentation of clap ("_derive"), envy and config.</remarks>
internal sealed class RustSettings : FrameworkKnowledge
{
    private const int DeepestStruct = 4;

    public override void Read(CodeReading reading)
    {
        foreach (var owner in reading.Syntax.Classes)
        {
            foreach (var field in owner.Fields)
            {
                Clap(reading, owner, field);
            }
        }

        foreach (var call in reading.Syntax.Calls)
        {
            if (
                call.Name == "from_env"
                && (call.Owner == "envy" || call.Root.Path == "envy.prefixed")
                && Filled(reading, call) is { } filled
            )
            {
                var prefix = reading.Literal(call.Root.Path == "envy.prefixed" ? call.Root.Positional(0) : null) ?? "";
                Fields(reading, filled, prefix, "_", "envy", isRequired: true, 0);
            }
            else if (
                call.Path
                is "Environment.with_prefix"
                    or "config.Environment.with_prefix"
                    or "Environment.default"
                    or "config.Environment.default"
            )
            {
                Config(reading, call);
            }
        }
    }

    // #[arg(long, env = "PORT", default_value = "8080")]
    private static void Clap(CodeReading reading, CodeClass owner, CodeField field)
    {
        var argument = field.Decorators.FirstOrDefault(decorator => decorator.Path is "arg" or "clap" or "structopt");
        var isBare =
            argument?.Arguments.Any(candidate => candidate.Name is null && reading.Trees.Is(candidate.Value.First, "env")) ?? false;
        var name = isBare ? field.Name.ToUpperInvariant() : reading.Literal(argument?.Named("env"));
        if (argument is null || name is null)
        {
            return;
        }

        var fallback = reading.Value(argument.Named("default_value") ?? argument.Named("default_value_t"));
        var isOptional = fallback is not null || IsOption(reading, field) || argument.Named("default_values") is not null;
        reading.EnvironmentReads.Add(
            new EnvironmentRead(name, fallback, isOptional ? Demand.Optional : Demand.Required, field.Span) { Schema = "clap" }
        );
        reading.Constants.Add(
            new CodeConstant(
                $"{owner.Name}.{field.Name}",
                new CodeValue.Environment(name, fallback, field.Span),
                owner.IsExported,
                field.Span
            )
        );
    }

    /// <summary>The struct that the chain ends in: a type argument, or the type that the function gives back.</summary>
    private static CodeClass? Filled(CodeReading reading, CodeCall call)
    {
        for (var at = call.TypeArguments.First; at < call.TypeArguments.End; at++)
        {
            if (Struct(reading, reading.Trees.Text(at)) is { } named)
            {
                return named;
            }
        }

        // A type that is named is in another file, then; the function may give back something around it.
        if (!call.TypeArguments.IsEmpty || call.Scope is not CodeFunction function)
        {
            return null;
        }

        for (var at = function.ReturnType.First; at < function.ReturnType.End; at++)
        {
            if (Struct(reading, reading.Trees.Is(at, "Self") ? function.Owner ?? "" : reading.Trees.Text(at)) is { } returned)
            {
                return returned;
            }
        }

        return null;
    }

    private static void Config(CodeReading reading, CodeCall environment)
    {
        var prefix = reading.Literal(environment.Positional(0))?.ToUpperInvariant() ?? "";
        List<CodeCall> chain = [.. RustChain.After(reading.Syntax, environment)];
        var separator = reading.Literal(chain.Find(call => call.Name == "separator")?.Positional(0));
        var between = reading.Literal(chain.Find(call => call.Name == "prefix_separator")?.Positional(0)) ?? separator ?? "_";
        if (Filled(reading, environment) is { } settings)
        {
            // Files and defaults may give every key as well: nothing is required.
            Fields(reading, settings, prefix.Length == 0 ? "" : prefix + between, separator ?? "", "config", isRequired: false, 0);
        }
    }

    private static void Fields(
        CodeReading reading,
        CodeClass owner,
        string prefix,
        string separator,
        string schema,
        bool isRequired,
        int depth
    )
    {
        foreach (var field in owner.Fields)
        {
            var serde = field
                .Decorators.Where(decorator => decorator.Path == "serde")
                .SelectMany(decorator => decorator.Arguments)
                .ToList();
            var key = reading.Literal(serde.Find(argument => argument.Name == "rename")) ?? field.Name;
            var name = prefix + key.ToUpperInvariant();

            // Without a separator the crate does not look inside nested structs.
            if (
                depth < DeepestStruct
                && separator.Length > 0
                && schema == "config"
                && Struct(reading, reading.Trees.Text(field.Type.First)) is { } inner
                && inner != owner
            )
            {
                Fields(reading, inner, name + separator, separator, schema, isRequired, depth + 1);
                continue;
            }

            var hasDefault = serde.Exists(argument =>
                argument.Name == "default" || (argument.Name is null && reading.Trees.Is(argument.Value.First, "default"))
            );
            var demand = isRequired && !hasDefault && !IsOption(reading, field) ? Demand.Required : Demand.Optional;
            reading.EnvironmentReads.Add(new EnvironmentRead(name, null, demand, field.Span) { Schema = schema, IgnoresCase = true });
        }
    }

    private static bool IsOption(CodeReading reading, CodeField field) => reading.Trees.Is(field.Type.First, "Option");

    private static CodeClass? Struct(CodeReading reading, string name) => (reading.Evaluator.Rules as RustValueRules)?.Struct(name);
}
