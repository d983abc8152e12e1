using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>Values whose names are qualified by the types the file tells: <c>config.port</c> where <c>let config = Config::from_env()</c> is <c>Config.port</c>.</summary>
internal static class RustTypes
{
    public static CodeValue Value(CodeReading reading, TokenRange range, CodeScope? scope) =>
        Qualify(reading, reading.Value(range, scope), scope, 0);

    public static CodeValue? Value(CodeReading reading, CodeArgument? argument, CodeScope? scope) =>
        argument is null ? null : Value(reading, argument.Value, scope);

    public static CodeValue Qualify(CodeReading reading, CodeValue value, CodeScope? scope, int depth) =>
        value switch
        {
            _ when depth > 8 => value,
            CodeValue.Reference reference => Qualified(reading, reference, scope, depth),
            CodeValue.Concatenation all => all with { Parts = [.. all.Parts.Select(part => Qualify(reading, part, scope, depth + 1))] },
            CodeValue.Environment { Default: { } fallback } read => read with { Default = Qualify(reading, fallback, scope, depth + 1) },
            _ => value,
        };

    private static CodeValue Qualified(CodeReading reading, CodeValue.Reference reference, CodeScope? scope, int depth)
    {
        var dot = reference.Name.IndexOf('.', StringComparison.Ordinal);

        // A captured name of a format string is a local like any other.
        if (dot < 0)
        {
            var resolved = LocalValues.Resolve(reading, reference, scope);
            return resolved is CodeValue.Reference ? resolved : Qualify(reading, resolved, scope, depth + 1);
        }

        return TypeOf(reading, reference.Name[..dot], scope) is { } type
            ? reference with
            {
                Name = type + reference.Name[dot..],
            }
            : reference;
    }

    private static string? TypeOf(CodeReading reading, string name, CodeScope? scope)
    {
        for (var at = scope; at is not null; at = at.Parent)
        {
            if (at is CodeFunction function && function.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } parameter)
            {
                return NameOf(reading, parameter.Type);
            }
        }

        if (reading.AssignmentOf(name, scope) is not { Scope: not null } assignment)
        {
            return null;
        }

        if (!assignment.Type.IsEmpty)
        {
            return NameOf(reading, assignment.Type);
        }

        // "Config::from_env()?", "config::Config::load().expect(…)": the path in front of the function is the type.
        var made = reading.Trees.IsName(assignment.Value.First)
            ? InOrder
                .Within(reading.Syntax.Calls, call => call.Open, assignment.Value)
                .FirstOrDefault(call => call.First == assignment.Value.First)
            : null;
        return made is { Owner.Length: > 0 } && char.IsUpper(made.Owner[(made.Owner.LastIndexOf('.') + 1)..][0]) ? made.Owner : null;
    }

    /// <summary>The last capitalised name of a type: <c>Config</c> in <c>&amp;Arc&lt;Config&gt;</c> and <c>web::Data&lt;Config&gt;</c>.</summary>
    private static string? NameOf(CodeReading reading, TokenRange type)
    {
        for (var at = type.End - 1; at >= type.First; at--)
        {
            if (reading.Trees.IsName(at) && char.IsUpper(reading.Trees.Chars(at)[0]))
            {
                return reading.Trees.Text(at);
            }
        }

        return null;
    }
}
