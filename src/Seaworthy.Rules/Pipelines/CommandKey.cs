namespace Seaworthy.Rules.Pipelines;

/// <summary>What makes two commands the same work: the text, and where it runs.</summary>
internal sealed record CommandKey(string Text, string? Directory);
