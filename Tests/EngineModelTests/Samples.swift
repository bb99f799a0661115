/// Answers of engines: of Docker 20.10 as recorded, of others in the shape that their API describes.
enum Samples {
  /// Docker 20.10, cgroup v1, `stream=0`.
  static let statsV1 = """
    {"read":"2026-11-24T23:05:07.025791981Z","preread":"2026-11-24T23:05:06.021429702Z","pids_stats":{"current":3},\
    "blkio_stats":{"io_service_bytes_recursive":[{"major":8,"minor":0,"op":"Read","value":4096},\
    {"major":8,"minor":0,"op":"Write","value":8192},{"major":8,"minor":0,"op":"Total","value":12288},\
    {"major":8,"minor":16,"op":"Read","value":1000}],"io_serviced_recursive":[]},"num_procs":0,"storage_stats":{},\
    "cpu_stats":{"cpu_usage":{"total_usage":536966329,"percpu_usage":[1216060,535750269],\
    "usage_in_kernelmode":10000000,"usage_in_usermode":10000000},"system_cpu_usage":1014000000000,"online_cpus":2,\
    "throttling_data":{"periods":0,"throttled_periods":0,"throttled_time":0}},\
    "precpu_stats":{"cpu_usage":{"total_usage":36966329,"percpu_usage":[1216060,35750269],\
    "usage_in_kernelmode":10000000,"usage_in_usermode":10000000},"system_cpu_usage":1012000000000,"online_cpus":2},\
    "memory_stats":{"usage":344064,"max_usage":4079616,"stats":{"active_anon":4096,"inactive_file":1,\
    "total_inactive_file":44064,"hierarchical_memory_limit":9223372036854771712},"limit":25276063744},\
    "name":"/fx-mounted","id":"b1aad7f1dfe768d9c3f7396a3b2bb85ceace561c0c36347e414185f5bffbe214",\
    "networks":{"eth0":{"rx_bytes":5338,"rx_packets":36,"tx_bytes":648},"eth5":{"rx_bytes":4641,"tx_bytes":690}}}
    """

  /// Docker, cgroup v2, first of a stream: no measurement before it, lower-case operations.
  static let statsV2 = """
    {"read":"2026-01-08T22:57:31.547920715Z","preread":"0001-01-01T00:00:00Z","pids_stats":{"current":5,"limit":38188},\
    "blkio_stats":{"io_service_bytes_recursive":[{"major":254,"minor":0,"op":"read","value":7593984},\
    {"major":254,"minor":0,"op":"write","value":100}],"io_serviced_recursive":null},\
    "cpu_stats":{"cpu_usage":{"total_usage":100215355,"usage_in_kernelmode":30310413,"usage_in_usermode":69904942},\
    "system_cpu_usage":739306590000000,"online_cpus":4},\
    "precpu_stats":{"cpu_usage":{"total_usage":0,"usage_in_kernelmode":0,"usage_in_usermode":0},"throttling_data":{}},\
    "memory_stats":{"usage":6537216,"limit":67108864,"stats":{"active_anon":1,"inactive_file":537216}}}
    """

  /// Podman: no `online_cpus`, no measurement before, the clock instead of the host's CPU time, empty lists as null.
  static func statsPodman(second: Int, cpu: Int) -> String {
    """
    {"read":"2026-01-08T22:57:3\(second).5Z","preread":"0001-01-01T00:00:00Z","pids_stats":{"current":1},\
    "blkio_stats":{"io_service_bytes_recursive":null},"num_procs":0,"storage_stats":{},\
    "cpu_stats":{"cpu_usage":{"total_usage":\(cpu),"percpu_usage":null},"system_cpu_usage":\(second)000000000,"cpu":0},\
    "precpu_stats":{"cpu_usage":{"total_usage":0}},"memory_stats":{"usage":1000,"max_usage":2000,"limit":4000},\
    "name":"x","Id":"y","networks":{"network":{"rx_bytes":10,"tx_bytes":20}}}
    """
  }

  /// Two containers of GET /containers/json: one of Compose with health in its status, one that ended.
  static let containerList = """
    [{"Id":"b1aad7f1dfe768d9c3f7396a3b2bb85ceace561c0c36347e414185f5bffbe214","Names":["/shop_web_1","/other/web"],\
    "Image":"nginx:alpine","ImageID":"sha256:8dcf","Command":"sh -c 'x'","Created":1795561500,\
    "Ports":[{"IP":"0.0.0.0","PrivatePort":80,"PublicPort":8080,"Type":"tcp"},{"PrivatePort":53,"Type":"udp"}],\
    "Labels":{"com.docker.compose.project":"shop","com.docker.compose.service":"web",\
    "com.docker.compose.container-number":"2","com.docker.compose.oneoff":"False",\
    "com.docker.compose.project.working_dir":"/srv/shop",\
    "com.docker.compose.project.config_files":"/srv/shop/a.yml,/srv/shop/b.yml"},"State":"running",\
    "Status":"Up 4 seconds (healthy)","HostConfig":{"NetworkMode":"shop_default"},"NetworkSettings":{"Networks":\
    {"shop_default":{"IPAMConfig":null,"NetworkID":"86c6","IPAddress":"172.17.0.5","IPPrefixLen":16}}},\
    "Mounts":[{"Type":"volume","Name":"data","Source":"/v/_data","Destination":"/data","Driver":"local","RW":true},\
    {"Type":"bind","Source":"/tmp","Destination":"/host","Mode":"ro","RW":false}]},\
    {"Id":"cc99","Names":null,"Labels":null,"Ports":null,"State":"exited","Status":"Exited (137) 8 seconds ago"}]
    """
}
