using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A job that asks for the history of its repository, and what of it the checkout leaves out.</summary>
/// <param name="Subject">As a report names it: <c>ci.yml: build</c>.</param>
/// <param name="Checkout">The step that fetches the repository.</param>
/// <param name="Depth">How many commits it fetches; zero for all.</param>
public sealed record JobHistory(string Subject, SourceSpan Checkout, int Depth, IReadOnlyList<MissingHistory> Missing);
