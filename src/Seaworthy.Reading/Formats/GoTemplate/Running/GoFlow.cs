namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>How a part of a template ended.</summary>
internal enum GoFlow
{
    Done,
    Break,
    Continue,
}
