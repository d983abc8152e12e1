using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.GitLab;

/// <summary>Another file that belongs to the pipeline.</summary>
/// <param name="Kind"><c>local</c>, <c>file</c> (of another project), <c>remote</c>, <c>template</c> or <c>component</c>.</param>
public sealed record GitLabInclude(string Kind, Fact<string> Location);
