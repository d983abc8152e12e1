using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Variables that a schema over the environment declares: zod, joi, envalid, t3-env, and Nest's ConfigService.</summary>
internal sealed class JavaScriptSchemas : FrameworkKnowledge
{
    /// <summary>The setting of a program that hands Nest a schema for its whole environment.</summary>
    public const string NestValidation = "nest.validationSchema";

    // Schemas that are made of each other end somewhere; a constant that names itself does not.
    private const int MostConstants = 4;

    public override void Read(CodeReading reading)
    {
        if (reading.Imported("zod", "joi", "@hapi/joi", "envalid", "@t3-oss/env-nextjs", "@t3-oss/env-core", "yup", "valibot"))
        {
            foreach (var call in reading.Syntax.Calls)
            {
                ReadSchema(reading, call);
            }
        }

        foreach (var call in reading.Syntax.Calls.Where(call => call.Path == "ConfigModule.forRoot"))
        {
            reading.Settings.AddRange(
                from option in call.Positional(0) is { } options ? reading.Syntax.Members(options.Value) : []
                where option.Name == "validationSchema"
                select new FrameworkSetting(NestValidation, reading.Value(option.Value), reading.Syntax.Span(option.Value))
            );
        }

        foreach (var call in reading.Syntax.Calls.Where(call => call.Name is "get" or "getOrThrow"))
        {
            ReadConfigService(reading, call);
        }
    }

    private static void ReadSchema(CodeReading reading, CodeCall call)
    {
        switch (call)
        {
            case { Name: "cleanEnv" } when call.Positional(1) is { } shape:
                AddMembers(reading, shape.Value, Envalid);
                break;
            case { Path: "z.object" or "Joi.object" or "joi.object" or "yup.object" or "object" }
                when call.Positional(0) is { } shape && IsEnvironmentShape(reading, shape.Value):
                AddMembers(reading, shape.Value, call.Path.StartsWith('z') ? Zod : Joi);
                break;
            case { Name: "createEnv" } when call.Positional(0) is { } options:
                foreach (var part in reading.Syntax.Members(options.Value).Where(member => member.Name is "server" or "client" or "shared"))
                {
                    AddMembers(reading, part.Value, Zod);
                }

                break;
        }
    }

    // All members in capitals: nobody writes a request body so.
    private static bool IsEnvironmentShape(CodeReading reading, TokenRange shape) =>
        reading.Syntax.Members(shape) is { Count: > 0 } members
        && members.All(member => member.Name == "..." || EnvironmentNames.IsName(member.Name));

    private static void AddMembers(
        CodeReading reading,
        TokenRange shape,
        Func<CodeReading, TokenRange, (CodeValue? Default, Demand Demand, string Schema)> judge
    )
    {
        foreach (var member in reading.Syntax.Members(shape).Where(member => EnvironmentNames.IsName(member.Name)))
        {
            var (fallback, demand, schema) = judge(reading, member.Value);
            var isBuildTime =
                member.Name.StartsWith("NEXT_PUBLIC_", StringComparison.Ordinal)
                || member.Name.StartsWith("VITE_", StringComparison.Ordinal);
            reading.EnvironmentReads.Add(
                new EnvironmentRead(member.Name, fallback, demand, reading.Syntax.Span(new TokenRange(member.Token, member.Value.End)))
                {
                    Schema = schema,
                    IsBuildTime = isBuildTime,
                    Expected = Expected(reading, member.Value, schema),
                }
            );
        }
    }

    /// <summary>The type at the beginning of a chain; null where a step of the program's own comes before it.</summary>
    private static ExpectedValue? Expected(CodeReading reading, TokenRange value, string schema)
    {
        var calls = OuterCalls(reading, value);
        var isInteger = calls.Exists(call => call.Name is "int" or "integer");
        return
            calls is not [var first, ..]
            || calls.Exists(call => call.Name is "preprocess" or "or" or "catch" or "allow" or "pipe" or "empty")
            ? null
            : (schema, first.Path) switch
            {
                ("zod", "z.coerce.number") => Of(isInteger ? ExpectedKind.Integer : ExpectedKind.Number),
                ("joi", "Joi.number" or "joi.number") => Of(isInteger ? ExpectedKind.Integer : ExpectedKind.Number),
                ("joi", "Joi.boolean" or "joi.boolean") when !calls.Exists(call => call.Name is "truthy" or "falsy") => Of(
                    ExpectedKind.Boolean
                ),
                ("envalid", "num" or "envalid.num") => Of(ExpectedKind.Number),
                ("envalid", "port" or "envalid.port") => Of(ExpectedKind.Integer),
                ("envalid", "bool" or "envalid.bool") => Of(ExpectedKind.Boolean),
                ("zod", "z.enum") or ("joi", "Joi.string" or "joi.string") => Choices(reading, calls, schema),
                _ => null,
            };

        ExpectedValue Of(ExpectedKind kind) => new(kind, schema);
    }

    /// <summary><c>z.enum(["a", "b"])</c>, <c>Joi.string().valid("a", "b")</c>; null where a word is computed.</summary>
    private static ExpectedValue? Choices(CodeReading reading, List<CodeCall> calls, string schema)
    {
        if (calls.Find(call => call.Name is "enum" or "valid") is not { } call)
        {
            return null;
        }

        var words = call
            .Arguments.SelectMany(argument =>
                reading.Trees.IsOpen(argument.Value.First, Brackets.Square)
                    ? reading.Trees.Split(reading.Trees.Inside(argument.Value.First), ",")
                    : [argument.Value]
            )
            .Where(word => !word.IsEmpty)
            .Select(word => reading.Evaluator.Literal(word))
            .ToList();
        return words.Count == 0 || words.Contains(null)
            ? null
            : new ExpectedValue(ExpectedKind.Choice, schema) { Choices = [.. words.OfType<string>()] };
    }

    private static (CodeValue?, Demand, string) Envalid(CodeReading reading, TokenRange value)
    {
        var call = OuterCalls(reading, value).FirstOrDefault();
        var options = call?.Positional(0) is { } argument ? reading.Syntax.Members(argument.Value) : [];
        var fallback = options.FirstOrDefault(option => option.Name is "default" or "devDefault");
        return fallback is null
            ? (null, Demand.Required, "envalid")
            : (reading.Value(fallback.Value), fallback.Name == "devDefault" ? Demand.Required : Demand.Optional, "envalid");
    }

    private static (CodeValue?, Demand, string) Zod(CodeReading reading, TokenRange value)
    {
        var calls = ZodCalls(reading, value, 0);
        var fallback = calls?.Find(call => call.Name is "default" or "catch" or "prefault")?.Positional(0);
        // What another module makes may give a default.
        var isOptional = calls is null || fallback is not null || calls.Exists(call => call.Name is "optional" or "nullish" or "default");
        return (fallback is null ? null : reading.Value(fallback.Value), isOptional ? Demand.Optional : Demand.Required, "zod");
    }

    /// <summary>The calls that make a schema, those of the constant it begins with and of what it hands its input to included; null when it begins with something of another file.</summary>
    private static List<CodeCall>? ZodCalls(CodeReading reading, TokenRange value, int depth)
    {
        var calls = OuterCalls(reading, value);
        List<TokenRange> begun = [.. calls.Where(call => call.Name == "preprocess").Select(call => call.Positional(1)?.Value ?? default)];
        var root = value.IsEmpty ? "" : reading.Trees.Text(value.First);
        if (reading.AssignmentOf(root, null) is { } constant)
        {
            begun.Add(constant.Value);
        }
        else if (reading.ImportOf(root) is { Module: not "zod" } import && !import.Module.StartsWith("zod/", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var range in begun.Where(range => !range.IsEmpty && depth < MostConstants))
        {
            if (ZodCalls(reading, range, depth + 1) is not { } inner)
            {
                return null;
            }

            calls.AddRange(inner);
        }

        return calls;
    }

    private static (CodeValue?, Demand, string) Joi(CodeReading reading, TokenRange value)
    {
        var calls = OuterCalls(reading, value);
        var fallback = calls.Find(call => call.Name == "default")?.Positional(0);
        var isRequired = fallback is null && calls.Exists(call => call.Name is "required" or "exist");
        return (fallback is null ? null : reading.Value(fallback.Value), isRequired ? Demand.Required : Demand.Optional, "joi");
    }

    /// <summary>The calls of a chain that are in the expression itself, not in arguments of others.</summary>
    private static List<CodeCall> OuterCalls(CodeReading reading, TokenRange value)
    {
        List<CodeCall> calls = [];
        for (var at = value.First; at < value.End; at = reading.Trees.After(at))
        {
            if (reading.Trees.IsOpen(at, Brackets.Paren) && reading.Syntax.CallAt(at) is { } call)
            {
                calls.Add(call);
            }
        }

        return calls;
    }

    // "this.configService.get<string>('X', 'd')": names with dots are namespaces of the configuration, not variables.
    private static void ReadConfigService(CodeReading reading, CodeCall call)
    {
        var owner = call.Owner[(call.Owner.LastIndexOf('.') + 1)..];
        var isService =
            owner.Contains("config", StringComparison.OrdinalIgnoreCase)
            && (reading.Imported("@nestjs/config") || owner.EndsWith("Service", StringComparison.Ordinal));
        if (!isService || reading.Evaluator.Literal(call.Positional(0)) is not { } name || !EnvironmentNames.IsName(name))
        {
            return;
        }

        var site = new TokenRange(call.First, call.End);
        var own =
            call.Positional(1) is { } second && !reading.Trees.IsOpen(second.Value.First, Brackets.Brace)
                ? reading.Value(second, call.Scope)
                : null;
        var (fallback, demand) = new ReadContext(reading).Judge(site, own, call.Scope);
        demand =
            call.Name != "getOrThrow" ? demand
            : StartupScope.RunsAtStart(call.Scope) ? Demand.Required
            : Demand.Expected;
        reading.EnvironmentReads.Add(new EnvironmentRead(name, fallback, demand, call.Span));
    }
}
