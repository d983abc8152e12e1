namespace Seaworthy.Model.Known.Actions;

/// <summary>What a major version of an action runs on: <c>node16</c>, <c>node20</c>…</summary>
public sealed record ActionRuntime(int Major, string Using);
