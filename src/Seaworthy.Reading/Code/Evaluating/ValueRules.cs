using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Evaluating;

/// <summary>What one language adds to the evaluation of expressions in one file: how it reads the environment, and which calls leave a value as it is.</summary>
internal abstract class ValueRules(CodeSyntax syntax)
{
    public CodeSyntax Syntax { get; } = syntax;

    /// <summary>Functions that give back their first argument: <c>Number</c>, <c>parseInt</c>, <c>int</c>, <c>String.from</c>. By path, as <see cref="CodeCall.Path"/> writes it.</summary>
    public abstract IReadOnlySet<string> TransparentCalls { get; }

    /// <summary>Methods that give back what they are called on: <c>trim</c>, <c>unwrap</c>, <c>ToString</c>. By name.</summary>
    public abstract IReadOnlySet<string> TransparentMethods { get; }

    /// <summary>Methods that give what they are called on, or else their argument: <c>unwrap_or</c>.</summary>
    public abstract IReadOnlySet<string> FallbackMethods { get; }

    /// <summary>The environment read that an expression is, if it is one. Asked with whole postfix expressions: <c>process.env.X</c>, <c>os.getenv("X", d)</c>.</summary>
    public abstract EnvironmentAccess? Environment(TokenRange expression, Evaluator evaluator);

    /// <summary>Whether an expression is the environment as a whole: <c>process.env</c>, <c>os.environ</c>.</summary>
    public virtual bool IsEnvironment(TokenRange expression) => false;

    /// <summary>A call that the language evaluates in a way of its own (<c>format!</c>, <c>fmt.Sprintf</c>, <c>path.join</c>); null for all others.</summary>
    public virtual CodeValue? Special(CodeCall call, Evaluator evaluator) => null;

    /// <summary>What <c>path.Join</c> of a language makes: its arguments with a slash between them.</summary>
    protected static List<CodeValue> Joined(CodeCall call, Evaluator evaluator)
    {
        List<CodeValue> parts = [];
        foreach (var argument in call.Arguments)
        {
            if (parts.Count > 0)
            {
                parts.Add(new CodeValue.Literal("/", call.Span));
            }

            parts.Add(evaluator.Value(argument.Value, 1));
        }

        return parts;
    }
}
