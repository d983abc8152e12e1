using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>A property that a command, or a variable for the virtual machine, gives.</summary>
internal sealed record JvmSetting(string Key, string Value, SourceSpan Span);
