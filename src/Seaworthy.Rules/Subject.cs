using Seaworthy.Model.Source;

namespace Seaworthy.Rules;

/// <summary>What a verdict is about: a short name (<c>backend</c>, <c>api/Dockerfile</c>, <c>ci.yml: deploy</c>) and its place.</summary>
public sealed record Subject(string Name, SourceSpan Place);
