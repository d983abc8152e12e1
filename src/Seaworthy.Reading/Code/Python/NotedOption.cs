using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>An option of a settings class that counts as a setting of the program.</summary>
internal sealed record NotedOption(string Name, TokenRange Value);
