using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Bicep;

/// <summary>A statement of a Bicep file.</summary>
/// <remarks>Source: Bicep documentation, "Bicep file structure and syntax".</remarks>
/// <param name="Name">What it declares, or the word that it begins with where it declares nothing.</param>
public abstract record BicepStatement(Fact<string> Name)
{
    /// <summary>Its first line: from the word that it begins with.</summary>
    public required SourceSpan Span { get; init; }

    public IReadOnlyList<BicepExpression.Call> Decorators { get; init; } = [];

    /// <summary><c>@secure()</c>: its value is kept out of the history of deployments.</summary>
    public bool IsSecure => Decorators.Any(decorator => decorator.Function == "secure");

    /// <summary><c>param name type = value</c>; in a file of values <c>param name = value</c>.</summary>
    public sealed record Parameter(Fact<string> Name) : BicepStatement(Name)
    {
        public Fact<string>? Type { get; init; }

        public BicepExpression? Value { get; init; }
    }

    /// <summary><c>var name = value</c>.</summary>
    public sealed record Variable(Fact<string> Name, BicepExpression Value) : BicepStatement(Name);

    /// <summary><c>output name type = value</c>.</summary>
    public sealed record Output(Fact<string> Name, BicepExpression Value) : BicepStatement(Name)
    {
        public Fact<string>? Type { get; init; }
    }

    /// <summary><c>func name(parameter type) type => result</c>.</summary>
    public sealed record Function(Fact<string> Name, IReadOnlyList<string> Parameters, BicepExpression Result) : BicepStatement(Name);

    /// <summary>A resource or a module.</summary>
    /// <param name="Value">What is behind <c>=</c>: its body, in a condition or a loop.</param>
    public abstract record Deployed(Fact<string> Name, BicepExpression Value) : BicepStatement(Name)
    {
        /// <summary><c>[for … in …: body]</c>; null when it is there once.</summary>
        public BicepExpression.For? Loop => Value as BicepExpression.For;

        /// <summary><c>if (condition)</c>.</summary>
        public BicepExpression? Condition => ((Loop?.Result ?? Value) as BicepExpression.If)?.Condition;

        public BicepExpression.Object? Body => Unwrapped(Unwrapped(Value)) as BicepExpression.Object;

        private static BicepExpression Unwrapped(BicepExpression of) =>
            of switch
            {
                BicepExpression.For loop => loop.Result,
                BicepExpression.If condition => condition.Body,
                _ => of,
            };
    }

    /// <summary><c>resource name 'type@version' = { … }</c>.</summary>
    public sealed record Resource(Fact<string> Name, Fact<string> Type, BicepExpression Value) : Deployed(Name, Value)
    {
        /// <summary>Something else made it.</summary>
        public bool IsExisting { get; init; }

        /// <summary><c>Microsoft.App/containerApps</c>, without its version.</summary>
        public string Kind => Type.Value.Split('@')[0];
    }

    /// <summary><c>module name 'path' = { … }</c>.</summary>
    public sealed record Module(Fact<string> Name, Fact<string> Path, BicepExpression Value) : Deployed(Name, Value);

    /// <summary><c>using 'main.bicep'</c>, <c>import { a } from 'types.bicep'</c>, <c>extends 'base.bicepparam'</c>: another file.</summary>
    /// <param name="Name">The word.</param>
    public sealed record Use(Fact<string> Name, Fact<string>? Path) : BicepStatement(Name)
    {
        /// <summary>What it brings here, under its own name and the one that it gets.</summary>
        public IReadOnlyList<string> Names { get; init; } = [];
    }

    /// <summary><c>targetScope = …</c>, <c>metadata name = …</c>, <c>type name = …</c>, <c>assert name = …</c>, <c>extension …</c>.</summary>
    public sealed record Other(Fact<string> Name) : BicepStatement(Name)
    {
        public BicepExpression? Value { get; init; }
    }
}
