using System.Collections.Immutable;
using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Bicep;

/// <summary>A template as one deployment or one module sees it: its parameters, and the meaning of names at the place that is read.</summary>
internal sealed class BicepScope
{
    private const int DepthLimit = 8;

    private readonly Dictionary<string, BicepStatement> declared;

    public BicepScope(BicepFile file)
    {
        File = file;
        declared = new Dictionary<string, BicepStatement>(StringComparer.Ordinal);
        foreach (var statement in file.Statements)
        {
            if (statement is not (BicepStatement.Output or BicepStatement.Use or BicepStatement.Other))
            {
                declared.TryAdd(statement.Name.Value, statement);
            }
        }

        foreach (var resource in file.Resources)
        {
            declared.TryAdd(resource.Name.Value, resource);
        }
    }

    private BicepScope(BicepScope of, ImmutableDictionary<string, CloudValue> bound)
    {
        (File, Caller, Parameters, Values, Worked, declared) = (of.File, of.Caller, of.Parameters, of.Values, of.Worked, of.declared);
        Bound = bound;
    }

    public BicepFile File { get; }

    public BicepScope? Caller { get; private init; }

    /// <summary>What the call gives; null for what is deployed by itself.</summary>
    public BicepExpression? Parameters { get; private init; }

    /// <summary>The values that a deployment takes from a file.</summary>
    public BicepScope? Values { get; init; }

    /// <summary>Names of loops and lambdas.</summary>
    public ImmutableDictionary<string, CloudValue> Bound { get; } = ImmutableDictionary<string, CloudValue>.Empty;

    /// <summary>What parameters and variables came to.</summary>
    public Dictionary<string, CloudValue> Worked { get; } = new(StringComparer.Ordinal);

    public bool IsTooDeep => Depth > DepthLimit;

    private int Depth => Caller is null ? 0 : Caller.Depth + 1;

    public BicepStatement? Find(string name) => declared.GetValueOrDefault(name);

    public BicepScope With(string name, CloudValue value) => new(this, Bound.SetItem(name, value));

    /// <summary>The template outside of loops.</summary>
    public BicepScope Outside => Bound.IsEmpty ? this : new BicepScope(this, ImmutableDictionary<string, CloudValue>.Empty);

    /// <summary>A module that this template calls.</summary>
    public BicepScope Into(BicepFile module, BicepExpression? parameters) => new(module) { Caller = this, Parameters = parameters };
}
