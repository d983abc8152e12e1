namespace Seaworthy.Model.Known.Kubernetes;

/// <summary>The types of the Kubernetes API that hold what runs, with their fields: the API server refuses every other one.</summary>
/// <remarks>
/// Source: the Go types of kubernetes/api (v1 of core, apps, batch, networking and policy, v2 of autoscaling), July 2026, and ObjectMeta and LabelSelector of
/// kubernetes/apimachinery. A name alone is a text, a quantity or anything else; <c>:i</c> an integer, <c>:b</c> a truth value, <c>:[]</c> a list, <c>:{}</c> a map,
/// <c>:Type</c> and <c>:[Type]</c> another type. Volumes of single vendors are left open.
/// </remarks>
public static class KubernetesTypes
{
    private const string Table = """
        Affinity: nodeAffinity:NodeAffinity podAffinity:PodAffinity podAntiAffinity:PodAntiAffinity
        AppArmorProfile: type localhostProfile
        Capabilities: add:[] drop:[]
        ClientIPConfig: timeoutSeconds:i
        ClusterTrustBundleProjection: name signerName labelSelector:LabelSelector optional:b path user:i
        ConfigMap: apiVersion kind metadata:ObjectMeta immutable:b data:{} binaryData:{}
        ConfigMapEnvSource: name optional:b
        ConfigMapKeySelector: name key optional:b
        ConfigMapProjection: name items:[KeyToPath] optional:b
        ConfigMapVolumeSource: name items:[KeyToPath] defaultMode:i optional:b defaultUser:i
        Container: name image command:[] args:[] workingDir ports:[ContainerPort] envFrom:[EnvFromSource] env:[EnvVar] resources:ResourceRequirements
          resizePolicy:[ContainerResizePolicy] restartPolicy restartPolicyRules:[ContainerRestartRule] volumeMounts:[VolumeMount] volumeDevices:[VolumeDevice]
          livenessProbe:Probe readinessProbe:Probe startupProbe:Probe lifecycle:Lifecycle terminationMessagePath terminationMessagePolicy imagePullPolicy
          securityContext:SecurityContext stdin:b stdinOnce:b tty:b
        ContainerPort: name hostPort:i containerPort:i protocol hostIP
        ContainerResizePolicy: resourceName restartPolicy
        ContainerResourceMetricSource: name target:MetricTarget container
        ContainerRestartRule: action exitCodes:ContainerRestartRuleOnExitCodes
        ContainerRestartRuleOnExitCodes: operator values:[]
        CronJob: apiVersion kind metadata:ObjectMeta spec:CronJobSpec status
        CronJobSpec: schedule timeZone startingDeadlineSeconds:i concurrencyPolicy suspend:b jobTemplate:JobTemplateSpec successfulJobsHistoryLimit:i
          failedJobsHistoryLimit:i
        CrossVersionObjectReference: kind name apiVersion
        DaemonSet: apiVersion kind metadata:ObjectMeta spec:DaemonSetSpec status
        DaemonSetSpec: selector:LabelSelector template:PodTemplateSpec updateStrategy:DaemonSetUpdateStrategy minReadySeconds:i revisionHistoryLimit:i
        DaemonSetUpdateStrategy: type rollingUpdate:RollingUpdateDaemonSet
        Deployment: apiVersion kind metadata:ObjectMeta spec:DeploymentSpec status
        DeploymentSpec: replicas:i selector:LabelSelector template:PodTemplateSpec strategy:DeploymentStrategy minReadySeconds:i revisionHistoryLimit:i
          paused:b progressDeadlineSeconds:i
        DeploymentStrategy: type rollingUpdate:RollingUpdateDeployment
        DownwardAPIProjection: items:[DownwardAPIVolumeFile]
        DownwardAPIVolumeFile: path fieldRef:ObjectFieldSelector resourceFieldRef:ResourceFieldSelector mode:i user:i
        DownwardAPIVolumeSource: items:[DownwardAPIVolumeFile] defaultMode:i defaultUser:i
        EmptyDirVolumeSource: medium sizeLimit mode:i
        EnvFromSource: prefix configMapRef:ConfigMapEnvSource secretRef:SecretEnvSource
        EnvVar: name value valueFrom:EnvVarSource
        EnvVarSource: fieldRef:ObjectFieldSelector resourceFieldRef:ResourceFieldSelector configMapKeyRef:ConfigMapKeySelector secretKeyRef:SecretKeySelector
          fileKeyRef:FileKeySelector
        EphemeralContainer: name image command:[] args:[] workingDir ports:[ContainerPort] envFrom:[EnvFromSource] env:[EnvVar] resources:ResourceRequirements
          resizePolicy:[ContainerResizePolicy] restartPolicy restartPolicyRules:[ContainerRestartRule] volumeMounts:[VolumeMount] volumeDevices:[VolumeDevice]
          livenessProbe:Probe readinessProbe:Probe startupProbe:Probe lifecycle:Lifecycle terminationMessagePath terminationMessagePolicy imagePullPolicy
          securityContext:SecurityContext stdin:b stdinOnce:b tty:b targetContainerName
        EvictionResponder: name priority:i
        ExecAction: command:[]
        ExternalMetricSource: metric:MetricIdentifier target:MetricTarget
        FileKeySelector: volumeName path key optional:b
        GRPCAction: port:i service mode
        HPAScalingPolicy: type value:i periodSeconds:i
        HPAScalingRules: stabilizationWindowSeconds:i selectPolicy policies:[HPAScalingPolicy] tolerance
        HTTPGetAction: path port host scheme httpHeaders:[HTTPHeader] protocol
        HTTPHeader: name value
        HTTPIngressPath: path pathType backend:IngressBackend
        HTTPIngressRuleValue: paths:[HTTPIngressPath]
        HorizontalPodAutoscaler: apiVersion kind metadata:ObjectMeta spec:HorizontalPodAutoscalerSpec status
        HorizontalPodAutoscalerBehavior: scaleUp:HPAScalingRules scaleDown:HPAScalingRules
        HorizontalPodAutoscalerSpec: scaleTargetRef:CrossVersionObjectReference minReplicas:i maxReplicas:i metrics:[MetricSpec]
          behavior:HorizontalPodAutoscalerBehavior
        HostAlias: ip hostnames:[]
        HostPathVolumeSource: path type
        IPBlock: cidr except:[]
        ImageVolumeSource: reference pullPolicy
        Ingress: apiVersion kind metadata:ObjectMeta spec:IngressSpec status
        IngressBackend: service:IngressServiceBackend resource:TypedLocalObjectReference
        IngressRule: host http:HTTPIngressRuleValue
        IngressServiceBackend: name port:ServiceBackendPort
        IngressSpec: ingressClassName defaultBackend:IngressBackend tls:[IngressTLS] rules:[IngressRule]
        IngressTLS: hosts:[] secretName
        Job: apiVersion kind metadata:ObjectMeta spec:JobSpec status
        JobSchedulingConfiguration: schedulingPolicy schedulingConstraints disruptionMode resourceClaims:[]
        JobSpec: parallelism:i completions:i activeDeadlineSeconds:i podFailurePolicy:PodFailurePolicy successPolicy:SuccessPolicy backoffLimit:i
          backoffLimitPerIndex:i maxFailedIndexes:i selector:LabelSelector manualSelector:b template:PodTemplateSpec ttlSecondsAfterFinished:i completionMode
          suspend:b podReplacementPolicy managedBy scheduling:JobSchedulingConfiguration
        JobTemplateSpec: metadata:ObjectMeta spec:JobSpec
        KeyToPath: key path mode:i user:i
        LabelSelector: matchLabels:{} matchExpressions:[LabelSelectorRequirement]
        LabelSelectorRequirement: key operator values:[]
        Lifecycle: postStart:LifecycleHandler preStop:LifecycleHandler stopSignal
        LifecycleHandler: exec:ExecAction httpGet:HTTPGetAction tcpSocket:TCPSocketAction sleep:SleepAction
        LocalObjectReference: name
        MetricIdentifier: name selector:LabelSelector
        MetricSpec: type object:ObjectMetricSource pods:PodsMetricSource resource:ResourceMetricSource containerResource:ContainerResourceMetricSource
          external:ExternalMetricSource
        MetricTarget: type value averageValue averageUtilization:i
        NetworkPolicy: apiVersion kind metadata:ObjectMeta spec:NetworkPolicySpec
        NetworkPolicyEgressRule: ports:[NetworkPolicyPort] to:[NetworkPolicyPeer]
        NetworkPolicyIngressRule: ports:[NetworkPolicyPort] from:[NetworkPolicyPeer]
        NetworkPolicyPeer: podSelector:LabelSelector namespaceSelector:LabelSelector ipBlock:IPBlock
        NetworkPolicyPort: protocol port endPort:i
        NetworkPolicySpec: podSelector:LabelSelector ingress:[NetworkPolicyIngressRule] egress:[NetworkPolicyEgressRule] policyTypes:[]
        NodeAffinity: requiredDuringSchedulingIgnoredDuringExecution:NodeSelector preferredDuringSchedulingIgnoredDuringExecution:[PreferredSchedulingTerm]
        NodeSelector: nodeSelectorTerms:[NodeSelectorTerm]
        NodeSelectorRequirement: key operator values:[]
        NodeSelectorTerm: matchExpressions:[NodeSelectorRequirement] matchFields:[NodeSelectorRequirement]
        ObjectFieldSelector: apiVersion fieldPath
        ObjectMeta: name generateName namespace selfLink uid resourceVersion generation:i creationTimestamp deletionTimestamp deletionGracePeriodSeconds:i
          labels:{} annotations:{} ownerReferences:[OwnerReference] finalizers:[] managedFields:[]
        ObjectMetricSource: describedObject:CrossVersionObjectReference target:MetricTarget metric:MetricIdentifier
        ObjectReference: kind namespace name uid apiVersion resourceVersion fieldPath
        OwnerReference: apiVersion kind name uid controller:b blockOwnerDeletion:b
        PersistentVolumeClaim: apiVersion kind metadata:ObjectMeta spec:PersistentVolumeClaimSpec status
        PersistentVolumeClaimSpec: accessModes:[] selector:LabelSelector resources:VolumeResourceRequirements volumeName storageClassName volumeMode
          dataSource:TypedLocalObjectReference dataSourceRef:TypedObjectReference volumeAttributesClassName
        PersistentVolumeClaimVolumeSource: claimName readOnly:b
        Pod: apiVersion kind metadata:ObjectMeta spec:PodSpec status
        PodAffinity: requiredDuringSchedulingIgnoredDuringExecution:[PodAffinityTerm]
          preferredDuringSchedulingIgnoredDuringExecution:[WeightedPodAffinityTerm]
        PodAffinityTerm: labelSelector:LabelSelector namespaces:[] topologyKey namespaceSelector:LabelSelector matchLabelKeys:[] mismatchLabelKeys:[]
        PodAntiAffinity: requiredDuringSchedulingIgnoredDuringExecution:[PodAffinityTerm]
          preferredDuringSchedulingIgnoredDuringExecution:[WeightedPodAffinityTerm]
        PodCertificateProjection: signerName keyType maxExpirationSeconds:i credentialBundlePath keyPath certificateChainPath userAnnotations:{} user:i
        PodDNSConfig: nameservers:[] searches:[] options:[PodDNSConfigOption]
        PodDNSConfigOption: name value
        PodDisruptionBudget: apiVersion kind metadata:ObjectMeta spec:PodDisruptionBudgetSpec status
        PodDisruptionBudgetSpec: minAvailable selector:LabelSelector maxUnavailable unhealthyPodEvictionPolicy
        PodFailurePolicy: rules:[PodFailurePolicyRule]
        PodFailurePolicyOnExitCodesRequirement: containerName operator values:[]
        PodFailurePolicyOnPodConditionsPattern: type status
        PodFailurePolicyRule: action onExitCodes:PodFailurePolicyOnExitCodesRequirement onPodConditions:[PodFailurePolicyOnPodConditionsPattern]
        PodOS: name
        PodReadinessGate: conditionType
        PodResourceClaim: name resourceClaimName resourceClaimTemplateName
        PodSchedulingGate: name
        PodSchedulingGroup: podGroupName
        PodSecurityContext: seLinuxOptions windowsOptions runAsUser:i runAsGroup:i runAsNonRoot:b supplementalGroups:[] supplementalGroupsPolicy fsGroup:i
          sysctls:[Sysctl] fsGroupChangePolicy seccompProfile:SeccompProfile appArmorProfile:AppArmorProfile seLinuxChangePolicy
        PodSpec: volumes:[Volume] initContainers:[Container] containers:[Container] ephemeralContainers:[EphemeralContainer] restartPolicy
          terminationGracePeriodSeconds:i activeDeadlineSeconds:i dnsPolicy nodeSelector:{} serviceAccountName serviceAccount automountServiceAccountToken:b
          nodeName hostNetwork:b hostPID:b hostIPC:b shareProcessNamespace:b securityContext:PodSecurityContext imagePullSecrets:[LocalObjectReference]
          hostname subdomain affinity:Affinity schedulerName tolerations:[Toleration] hostAliases:[HostAlias] priorityClassName priority:i
          dnsConfig:PodDNSConfig readinessGates:[PodReadinessGate] runtimeClassName enableServiceLinks:b preemptionPolicy overhead:{}
          topologySpreadConstraints:[TopologySpreadConstraint] setHostnameAsFQDN:b os:PodOS hostUsers:b schedulingGates:[PodSchedulingGate]
          resourceClaims:[PodResourceClaim] resources:ResourceRequirements hostnameOverride schedulingGroup:PodSchedulingGroup
          evictionResponders:[EvictionResponder]
        PodTemplateSpec: metadata:ObjectMeta spec:PodSpec
        PodsMetricSource: metric:MetricIdentifier target:MetricTarget
        PreferredSchedulingTerm: weight:i preference:NodeSelectorTerm
        Probe: exec:ExecAction httpGet:HTTPGetAction tcpSocket:TCPSocketAction grpc:GRPCAction initialDelaySeconds:i timeoutSeconds:i periodSeconds:i
          successThreshold:i failureThreshold:i terminationGracePeriodSeconds:i
        ProjectedVolumeSource: sources:[VolumeProjection] defaultMode:i defaultUser:i
        ReplicaSet: apiVersion kind metadata:ObjectMeta spec:ReplicaSetSpec status
        ReplicaSetSpec: replicas:i minReadySeconds:i selector:LabelSelector template:PodTemplateSpec
        ResourceClaim: name request
        ResourceFieldSelector: containerName resource divisor
        ResourceMetricSource: name target:MetricTarget
        ResourceRequirements: limits:{} requests:{} claims:[ResourceClaim]
        RollingUpdateDaemonSet: maxUnavailable maxSurge
        RollingUpdateDeployment: maxUnavailable maxSurge
        RollingUpdateStatefulSetStrategy: partition:i maxUnavailable
        SeccompProfile: type localhostProfile
        Secret: apiVersion kind metadata:ObjectMeta immutable:b data:{} stringData:{} type
        SecretEnvSource: name optional:b
        SecretKeySelector: name key optional:b
        SecretProjection: name items:[KeyToPath] optional:b
        SecretVolumeSource: secretName items:[KeyToPath] defaultMode:i optional:b defaultUser:i
        SecurityContext: capabilities:Capabilities privileged:b seLinuxOptions windowsOptions runAsUser:i runAsGroup:i runAsNonRoot:b readOnlyRootFilesystem:b
          allowPrivilegeEscalation:b procMount seccompProfile:SeccompProfile appArmorProfile:AppArmorProfile
        Service: apiVersion kind metadata:ObjectMeta spec:ServiceSpec status
        ServiceAccount: apiVersion kind metadata:ObjectMeta secrets:[ObjectReference] imagePullSecrets:[LocalObjectReference] automountServiceAccountToken:b
        ServiceAccountTokenProjection: audience expirationSeconds:i path user:i
        ServiceBackendPort: name number:i
        ServicePort: name protocol appProtocol port:i targetPort nodePort:i
        ServiceSpec: ports:[ServicePort] selector:{} clusterIP clusterIPs:[] type externalIPs:[] sessionAffinity loadBalancerIP loadBalancerSourceRanges:[]
          externalName externalTrafficPolicy healthCheckNodePort:i publishNotReadyAddresses:b sessionAffinityConfig:SessionAffinityConfig ipFamilies:[]
          ipFamilyPolicy allocateLoadBalancerNodePorts:b loadBalancerClass internalTrafficPolicy trafficDistribution
        SessionAffinityConfig: clientIP:ClientIPConfig
        SleepAction: seconds:i
        StatefulSet: apiVersion kind metadata:ObjectMeta spec:StatefulSetSpec status
        StatefulSetOrdinals: start:i
        StatefulSetPersistentVolumeClaimRetentionPolicy: whenDeleted whenScaled
        StatefulSetSpec: replicas:i selector:LabelSelector template:PodTemplateSpec volumeClaimTemplates:[PersistentVolumeClaim] serviceName
          podManagementPolicy updateStrategy:StatefulSetUpdateStrategy revisionHistoryLimit:i minReadySeconds:i
          persistentVolumeClaimRetentionPolicy:StatefulSetPersistentVolumeClaimRetentionPolicy ordinals:StatefulSetOrdinals
        StatefulSetUpdateStrategy: type rollingUpdate:RollingUpdateStatefulSetStrategy
        SuccessPolicy: rules:[SuccessPolicyRule]
        SuccessPolicyRule: succeededIndexes succeededCount:i
        Sysctl: name value
        TCPSocketAction: port host
        Toleration: key operator value effect tolerationSeconds:i
        TopologySpreadConstraint: maxSkew:i topologyKey whenUnsatisfiable labelSelector:LabelSelector minDomains:i nodeAffinityPolicy nodeTaintsPolicy
          matchLabelKeys:[]
        TypedLocalObjectReference: apiGroup kind name
        TypedObjectReference: apiGroup kind name namespace
        Volume: name hostPath:HostPathVolumeSource emptyDir:EmptyDirVolumeSource gcePersistentDisk awsElasticBlockStore gitRepo secret:SecretVolumeSource nfs
          iscsi glusterfs persistentVolumeClaim:PersistentVolumeClaimVolumeSource rbd flexVolume cinder cephfs flocker downwardAPI:DownwardAPIVolumeSource fc
          azureFile configMap:ConfigMapVolumeSource vsphereVolume quobyte azureDisk photonPersistentDisk projected:ProjectedVolumeSource portworxVolume
          scaleIO storageos csi ephemeral image:ImageVolumeSource
        VolumeDevice: name devicePath
        VolumeMount: name readOnly:b recursiveReadOnly mountPath subPath mountPropagation subPathExpr bindMountOptions:[]
        VolumeProjection: secret:SecretProjection downwardAPI:DownwardAPIProjection configMap:ConfigMapProjection
          serviceAccountToken:ServiceAccountTokenProjection clusterTrustBundle:ClusterTrustBundleProjection podCertificate:PodCertificateProjection
        VolumeResourceRequirements: limits:{} requests:{}
        WeightedPodAffinityTerm: weight:i podAffinityTerm:PodAffinityTerm
        """;

    private static readonly Dictionary<string, KubernetesType> All = Read();

    /// <summary>The type of an object, by <c>apiVersion</c> and <c>kind</c>; null when it is none of these.</summary>
    public static KubernetesType? Find(string apiVersion, string kind) =>
        (apiVersion, kind) switch
        {

            ("v1", "Pod" or "Service" or "ConfigMap" or "Secret" or "PersistentVolumeClaim" or "ServiceAccount")
            or
            ("apps/v1", "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet")
            or
            ("batch/v1", "Job" or "CronJob")
            or
            ("networking.k8s.io/v1", "Ingress" or "NetworkPolicy")
            or
            ("autoscaling/v2", "HorizontalPodAutoscaler")
            or ("policy/v1", "PodDisruptionBudget") => All[kind],
            _ => null,
        };

    /// <summary>A type by its own name.</summary>
    public static KubernetesType? Named(string? name) => name is null ? null : All.GetValueOrDefault(name);

    private static Dictionary<string, KubernetesType> Read()
    {
        Dictionary<string, KubernetesType> types = new(StringComparer.Ordinal);
        var name = "";
        Dictionary<string, KubernetesField> fields = [];
        foreach (var word in Table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.EndsWith(':'))
            {
                fields = new Dictionary<string, KubernetesField>(StringComparer.Ordinal);
                name = word[..^1];
                types[name] = new KubernetesType(name, fields);
            }
            else
            {
                var colon = word.IndexOf(':', StringComparison.Ordinal);
                fields[colon < 0 ? word : word[..colon]] = KubernetesField.Of(colon < 0 ? "" : word[(colon + 1)..]);
            }
        }

        return types;
    }
}
