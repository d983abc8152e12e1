using System.Text.Json.Serialization;
using Seaworthy.Deploying.Backups;
using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Ledger;

/// <summary>How our files are read and written, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(LedgerEntry))]
[JsonSerializable(typeof(ProxyLayout))]
[JsonSerializable(typeof(BackupManifest))]
[JsonSerializable(typeof(DeployLock))]
[JsonSerializable(typeof(AcmeRecord))]
internal sealed partial class LedgerJson : JsonSerializerContext;
