using System.Collections.Immutable;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>What the shell would know at one point of the script; a subshell gets a copy.</summary>
internal sealed class FlowState
{
    // Every subshell and branch copies the state and compares it again; more variables than this are not followed.
    private const int VariableLimit = 256;

    // Linux takes no longer path.
    private const int LongestPath = 4096;

    private ImmutableDictionary<string, FlowValue> values = ImmutableDictionary<string, FlowValue>.Empty;

    public FlowState(ShellDirectory? directory, bool stopsOnError, bool failsOnPipe)
    {
        Directory = directory;
        StopsOnError = stopsOnError;
        FailsOnPipe = failsOnPipe;
    }

    private FlowState(FlowState other)
    {
        Directory = other.Directory;
        Previous = other.Previous;
        StopsOnError = other.StopsOnError;
        FailsOnPipe = other.FailsOnPipe;
        Stack = other.Stack;
        values = other.values;
    }

    public ShellDirectory? Directory
    {
        get;
        set => field = value?.Path.Length > LongestPath ? null : value;
    }

    /// <summary>Where <c>cd -</c> leads.</summary>
    public ShellDirectory? Previous { get; set; }

    public ImmutableStack<ShellDirectory?> Stack { get; set; } = [];

    public bool StopsOnError { get; set; }

    /// <summary><c>pipefail</c>: a pipe fails when any of its commands does.</summary>
    public bool FailsOnPipe { get; set; }

    /// <summary>The place a variable names; null when it was never set, set conditionally, or to something computed.</summary>
    public ShellDirectory? PlaceOf(string variable) => values.GetValueOrDefault(variable)?.Place;

    public string? LiteralOf(string variable) => values.GetValueOrDefault(variable)?.Literal;

    public void Set(string variable, FlowValue value) =>
        values = value != FlowValue.Unknown && values.Count < VariableLimit ? values.SetItem(variable, value) : values.Remove(variable);

    public FlowState Copy() => new(this);

    /// <summary>After a branch that may or may not have run, only what both ways agree on is known.</summary>
    public void Join(FlowState other)
    {
        Directory = Directory == other.Directory ? Directory : null;
        StopsOnError &= other.StopsOnError;
        FailsOnPipe |= other.FailsOnPipe;
        if (!ReferenceEquals(values, other.values))
        {
            values = values.RemoveRange(
                values.Where(pair => other.values.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => pair.Key)
            );
        }
    }
}
