namespace Seaworthy.Fuzz.Engine;

/// <summary>How many items of a deployment were looked at.</summary>
internal sealed class LookCount
{
    public long Value { get; private set; }

    public void Add() => Value++;

    public void Reset() => Value = 0;
}
