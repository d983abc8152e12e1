using Seaworthy.Model.Source;

namespace Seaworthy.Rules;

/// <summary>What a verdict is about: a short name (<c>backend</c>, <c>api/Dockerfile</c>, <c>ci.yml: deploy</c>) and its place.</summary>
/// <param name="Part">Tells it from other subjects of the rule with the same name: a variable, an image, a path.</param>
public sealed record Subject(string Name, SourceSpan Place, string? Part = null);
