namespace Seaworthy.Model.Queries;

/// <summary>How a source is gone through.</summary>
internal enum CursorKind : byte
{
    None,
    List,
    Array,
    OtherList,
    Steps,
    Other,
}
