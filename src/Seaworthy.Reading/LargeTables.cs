using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Actions;
using Seaworthy.Reading.Readers.Compose.Shapes;
using Seaworthy.Reading.Readers.Workflows.Schema;

namespace Seaworthy.Reading;

/// <summary>The tables that most repositories need and that take longest to make: whoever asks first waits for them, and everybody who asks meanwhile.</summary>
internal static class LargeTables
{
    public static void Make()
    {
        _ = PublicImages.Find("postgres");
        _ = KnownActions.Find("actions/checkout");
        _ = WorkflowShape.Root;
        _ = FileShape.Whole;
    }
}
